"""What became of what was said: invitations, commitments, instruments, anniversaries. Proposals, never verdicts."""

from dostyk.followup.anniversaries import Anniversary, anniversaries
from dostyk.followup.answer import Answer
from dostyk.followup.commitments import CommitmentState, commitment_states, due_of
from dostyk.followup.due import DueItem, concerns, due_items
from dostyk.followup.instruments import InstrumentState, instrument_states
from dostyk.followup.invitations import InvitationState, invitation_states
from dostyk.followup.lifecycle import Standing, Verdicts, day_everywhere, standing, today_everywhere
from dostyk.followup.matching import propose
from dostyk.followup.record import Record, load, record_of
from dostyk.followup.steps import Step
from dostyk.followup.urge import TalkingPoint, talking_points

__all__ = [
    "Anniversary", "Answer", "CommitmentState", "DueItem", "InstrumentState", "InvitationState", "Record", "Standing",
    "Step", "TalkingPoint", "Verdicts", "anniversaries", "commitment_states", "concerns", "day_everywhere", "due_items",
    "due_of", "instrument_states", "invitation_states", "load", "propose", "record_of", "standing", "talking_points",
    "today_everywhere",
]  # fmt: skip
