"""Version 0003, samarbeidsmøter: the meetings, and the cases on their agendas."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Adds the tables."""
    op.create_table(
        "moete",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("serie", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("klokkeslett", sa.String(), nullable=True),
        sa.Column("sted", sa.String(), nullable=False),
        sa.Column("deltakere", sa.Text(), nullable=False),
        sa.Column("innkalt_av", sa.String(), nullable=False),
        sa.CheckConstraint(
            "type IN ('samarbeidsmoete','hastemoete','boligutvalg','hos_leier_eller_namsmann')",
            name=op.f("ck_moete_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moete")),
    )
    op.create_table(
        "moetesak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moete_id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("uten_sosialtjenesten", sa.Boolean(), nullable=False),
        sa.Column("leiers_syn", sa.String(), nullable=True),
        sa.Column("droefting", sa.String(), nullable=True),
        sa.Column("konklusjon", sa.String(), nullable=True),
        sa.Column("foert_av", sa.String(), nullable=True),
        sa.Column("foert_dato", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["moete_id"], ["moete.id"], name=op.f("fk_moetesak_moete_id")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_moetesak_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moetesak")),
        sa.UniqueConstraint("moete_id", "saksnummer", name=op.f("uq_moetesak_moete_id_saksnummer")),
    )
    op.create_index(op.f("ix_moetesak_saksnummer"), "moetesak", ["saksnummer"], unique=False)
