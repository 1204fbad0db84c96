"""Reports in our own words for the tests of the trace stage."""

from cenotaph.model import Report

HARBOUR = (
    "The harbour office of Selmira closed its northern quay on Monday after two barges struck the fuel jetty in fog. "
    "Divers who went down at first light found the hull of the larger barge split along eleven metres, and the pilot's "
    "log soaked but legible. Insurers from three countries had sent adjusters by evening, each with a different estimate "
    "of what raising the wrecks would cost. Fishermen blocked the coastal road with crates, asking who would pay for a "
    "season spent ashore. The prosecutor has seized the radar tapes and the tug company's fuel receipts."
)
ORCHARD = (
    "A late frost has ruined nearly every apricot orchard between the two rivers, the growers' league wrote to the "
    "ministry. Old women lit straw between the rows at three in the morning, but the smoke lay flat and the blossom "
    "turned brown by breakfast. Banks that lent against the harvest are asking for collateral in livestock. The league "
    "wants the reservoir opened early, so that cherries higher up the slope can be sprayed before the next cold night."
)
TUNNEL = (
    "Engineers drilling the Karvan tunnel hit an underground lake that no survey had shown, and pumped for nine days. "
    "The contractor blames a map from the nineteen-fifties; the railway blames the contractor. Trains will keep to the "
    "winding line over the pass until spring, which adds forty minutes and one snow plough to every journey."
)
TOLD_IN_QUOTES = (
    "Nurses at the lakeside clinic have not slept since the weekend. "
    '"They carried the drivers in on doors and tabletops because every stretcher was already taken," one nurse said. '
    "Outside, tractors brought firewood for the generators."
)
QUOTED_AGAIN = (
    "The council met for six hours about the broken water main. Nothing was voted on. "
    "A member read out a letter from the clinic. "
    '"They carried the drivers in on doors and tabletops because every stretcher was already taken," it said.'
)
RETOLD = (
    "Far from the front, a printer in the capital remembers his brother's call. "
    '"The wounded drivers were carried in on tabletops and doors, for the clinic had no stretcher left that was not taken," '
    "he was told. He has saved the message."
)


def report(name: str, text: str, outlet: str | None = None) -> Report:
    """A report without a date."""
    return Report(id=name, text=text, outlet=outlet)
