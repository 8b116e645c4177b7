"""Identifiers: text made by the client (UUIDv7), or derived from a source's key on import."""

from typing import NewType

CustomerId = NewType("CustomerId", str)
ContractId = NewType("ContractId", str)
CaseId = NewType("CaseId", str)
ContactId = NewType("ContactId", str)
StepOffId = NewType("StepOffId", str)
IncivilityId = NewType("IncivilityId", str)
PromiseId = NewType("PromiseId", str)
AnswerId = NewType("AnswerId", str)
CheckInId = NewType("CheckInId", str)
PersonId = NewType("PersonId", str)
TeamId = NewType("TeamId", str)
VideoCallId = NewType("VideoCallId", str)
VideoPhotoId = NewType("VideoPhotoId", str)
ScriptVersionId = NewType("ScriptVersionId", str)
SuggestionId = NewType("SuggestionId", str)
GestureRequestId = NewType("GestureRequestId", str)
ThanksId = NewType("ThanksId", str)
StoryId = NewType("StoryId", str)
