"""Runs the migrations on the connection that the ledger holds open."""

from alembic import context

from dostyk.ledger.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
context.run_migrations()
