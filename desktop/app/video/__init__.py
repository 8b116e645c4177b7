"""Video at somebody's desk: its facade, its screens, its keys, and how they are joined to the rest."""
