"""Where attempts are kept: SQLite or PostgreSQL through SQLAlchemy, a transaction for each act."""

from sqlalchemy import Connection

from quizapp.quiz.log import Chain, Head
from quizapp.store.addresses import Address, address
from quizapp.store.db import Store
from quizapp.store.errors import Reason, StoreError
from quizapp.store.health import Health, examine

__all__ = [
    "Address",
    "Chain",
    "Connection",
    "Head",
    "Health",
    "Reason",
    "Store",
    "StoreError",
    "address",
    "examine",
]
