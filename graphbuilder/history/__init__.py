"""What a folder holds, and what changed between two builds or since a date."""

from graphbuilder.history.changes import Change, changes_between, changes_since
from graphbuilder.history.condition import Condition, condition_of, knowledge_in

__all__ = ["Change", "Condition", "changes_between", "changes_since", "condition_of", "knowledge_in"]
