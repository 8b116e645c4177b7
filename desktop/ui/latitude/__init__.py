"""Latitude on screen: the bar under the guide, the form of a gesture, requests and answers."""
