"""What became of what was said: invitations, commitments, instruments, anniversaries. Proposals, never verdicts."""

from dostyk.followup.anniversaries import Anniversary, anniversaries
from dostyk.followup.answer import Answer
from dostyk.followup.commitments import CommitmentState, commitment_states, due_of
from dostyk.followup.instruments import InstrumentState, instrument_states
from dostyk.followup.invitations import InvitationState, invitation_states

__all__ = [
    "Anniversary", "Answer", "CommitmentState", "InstrumentState", "InvitationState",
    "anniversaries", "commitment_states", "due_of", "instrument_states", "invitation_states",
]  # fmt: skip
