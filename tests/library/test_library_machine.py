"""Whatever is done in whatever order, the library holds what a simple model would hold.

``MACHINE_EXAMPLES=2000`` looks at more orders than a plain run of the tests has time for.
"""

import os

from hypothesis import settings

from tests.library.kept_rules import NamedRules
from tests.library.key_rules import KeyRules
from tests.library.mark_rules import MarkRules
from tests.library.order_rules import OrderRules
from tests.library.others_rules import OthersRules


class AloneMachine(MarkRules, OrderRules, NamedRules, KeyRules):
    """What a reader, a sync and rules do: undo brings everything back."""


class WholeMachine(AloneMachine, OthersRules):
    """With another program, of whose changes an undo takes back none."""


examples = int(os.environ.get("MACHINE_EXAMPLES", "25"))

TestAlone = AloneMachine.TestCase
TestAlone.settings = settings(max_examples=examples, stateful_step_count=30)

TestBesideOthers = WholeMachine.TestCase
TestBesideOthers.settings = settings(max_examples=examples, stateful_step_count=30)
