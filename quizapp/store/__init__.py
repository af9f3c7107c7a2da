"""Where attempts are kept: SQLite through SQLAlchemy, one transaction for each act."""

from sqlalchemy import Connection

from quizapp.quiz.log import Chain, Head
from quizapp.store.db import Store
from quizapp.store.errors import Reason, StoreError
from quizapp.store.health import Health, examine

__all__ = ["Chain", "Connection", "Head", "Health", "Reason", "Store", "StoreError", "examine"]
