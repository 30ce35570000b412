"""Pages and feeds from the web, fetched politely and from public addresses only."""

from dostyk.intake.net.addresses import Guard
from dostyk.intake.net.feeds import FeedRead, Item, read_feed
from dostyk.intake.net.fetch import Fetched, Fetcher, FetchError, Limits
from dostyk.intake.net.robots import Robots, read_robots

__all__ = [
    "FeedRead",
    "FetchError",
    "Fetched",
    "Fetcher",
    "Guard",
    "Item",
    "Limits",
    "Robots",
    "read_feed",
    "read_robots",
]
