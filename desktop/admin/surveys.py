"""`surveys pull`: customers' answers from a survey service, from where the last run stopped."""

import asyncio
import os
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.admin import imports, words
from desktop.admin.options import Json, places
from desktop.admin.screen import OK, TROUBLE, USAGE, Screen
from desktop.domain.errors import SignInNeeded, StoreUnavailable, Unreachable
from desktop.services.clock import Clock
from desktop.services.gateways.http import Http
from desktop.services.gateways.surveys import SurveyFailed, SurveyFlaw, Surveys
from desktop.services.importing.mapping import AnswerMapping, load
from desktop.services.importing.runner import Options, Tally
from desktop.services.importing.surveying import take_in
from desktop.services.vault.ring import system_ring
from desktop.services.vault.secrets import Secrets

MAPPING = Path(__file__).parents[2] / "resources" / "surveys.yaml"
surveys = typer.Typer(no_args_is_help=True, help="Les réponses d’un service d’enquêtes.")

_FLAWS = {
    SurveyFlaw.ADDRESS: "l’adresse doit commencer par https:// (http:// pour cette machine seulement).",
    SurveyFlaw.TOKEN: (
        "le service refuse le jeton ({detail}). Donnez-le par «\u202fsecret set surveys\u202f» "
        "ou dans VISAVIS_SECRET_SURVEYS."
    ),
    SurveyFlaw.STATUS: "le service répond {detail}.",
    SurveyFlaw.NOT_JSON: "le service ne répond pas en JSON.",
    SurveyFlaw.SHAPE: "la réponse n’a pas la forme de docs/surveys.md ({detail}).",
    SurveyFlaw.STANDS_STILL: "le service dit qu’il reste des réponses, mais n’avance pas.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """What was asked on the command line."""

    store: Path | None
    database: str | None
    address: str
    name: str = "surveys"
    rejects: Path | None = None
    dry: bool = False


def mount(app: typer.Typer) -> None:
    """Add the family to the command line."""
    app.add_typer(surveys, name="surveys")


@surveys.command("pull")
def surveys_pull(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="L’adresse des réponses, en https.")],
    *,
    name: Annotated[
        str, typer.Option("--name", help="Le nom du service, s’il y en a deux.")
    ] = "surveys",
    rejects: Annotated[Path | None, typer.Option("--rejects", help="Où écrire les rejets.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Ne rien écrire.")] = False,
    as_json: Json = False,
) -> None:
    """Prendre les réponses depuis la dernière fois. La commande peut être relancée sans risque."""
    screen = Screen(as_json=as_json)
    given = places(context, screen)
    pull = Pull(
        store=given.store, database=given.database, address=address, name=name,
        rejects=rejects, dry=dry_run,
    )  # fmt: skip
    raise typer.Exit(run_pull(pull, screen))


def run_pull(pull: Pull, screen: Screen) -> int:
    """Take the answers in; answers the exit code."""
    tally = Tally()
    report: dict[str, Any] = {"complete": False, "dry_run": pull.dry, "rejects": None}
    code, told = TROUBLE, ""
    try:
        asyncio.run(_pull(pull, screen, tally, report))
        report["complete"], code = True, OK
    except KeyboardInterrupt:
        told = words.STOPPED
    except SurveyFailed as error:
        told = _FLAWS[error.flaw].format(detail=error.detail)
        code = USAGE if error.flaw is SurveyFlaw.ADDRESS else TROUBLE
    except Unreachable:
        told = "le service d’enquêtes ne répond pas. Relancez plus tard\u00a0: rien n’est perdu."
    except SignInNeeded:
        told = "le certificat du service n’est pas reconnu."
    except StoreUnavailable as error:
        told = words.trouble_words(error)
    except imports.UNUSABLE as error:
        code, told, report["code"] = imports.unusable(error)
    except OSError as error:
        told = f"{error.filename}\u00a0: {error.strerror}."
    if tally.read or code == OK:
        imports.summary(tally, report, screen)
    if told:
        screen.remark(told)
        report["error"] = told
    screen.result({"ok": code == OK} | tally.told() | report)
    return code


async def _pull(pull: Pull, screen: Screen, tally: Tally, report: dict[str, Any]) -> None:
    mapping, _ = load(MAPPING, "answers")
    if not isinstance(mapping, AnswerMapping):
        raise TypeError(MAPPING)
    clock = Clock()
    stamp = clock.now().astimezone(clock.zone()).strftime("%Y%m%d-%H%M%S")
    rejects = pull.rejects or Path(f"{pull.name}-{stamp}.rejects.csv")
    http = Http()
    async with AsyncExitStack() as stack:
        stack.callback(http.close)
        service = Surveys(http, pull.address, Secrets(system_ring(), os.environ).get("surveys"))
        keeper = await stack.enter_async_context(imports.keeper(pull.store, pull.database))
        advance = stack.enter_context(screen.progress(pull.name))
        options = Options(
            tally=tally,
            dry=pull.dry,
            told=lambda: advance(tally.read, None),
            waiting=lambda: screen.remark(words.WAITING),
        )
        try:
            await take_in(
                keeper,
                service,
                mapping.model_copy(update={"source": pull.name}),
                options,
                rejects=rejects,
                clock=clock,
            )
        finally:
            report["rejects"] = str(rejects) if rejects.exists() else None
