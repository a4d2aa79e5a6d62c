"""The commands of `graphbuilder`, and how they end.

Data goes to standard output, everything said to a person to standard error. A command ends with 0, with 2 after an
error the user can mend (one sentence that says how), with 130 when interrupted.
"""

import os
import sys
from collections.abc import Sequence

import click

from graphbuilder import __version__
from graphbuilder.cli.build import build
from graphbuilder.cli.compare import compare
from graphbuilder.cli.deals import deals
from graphbuilder.cli.diff import diff
from graphbuilder.cli.evaluate import evaluate
from graphbuilder.cli.explain import explain
from graphbuilder.cli.export import export
from graphbuilder.cli.query import query
from graphbuilder.cli.status import status
from graphbuilder.cli.triples import triples
from graphbuilder.errors import GraphbuilderError

_INTERRUPTED = 130
# The pipeline multiplies small matrices: threads would wait for each other, and the last bits depend on their number.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="graphbuilder")
def commands() -> None:
    """Build a knowledge graph of arms transfers from news and notices."""


commands.add_command(build)
commands.add_command(compare)
commands.add_command(deals)
commands.add_command(diff)
commands.add_command(evaluate)
commands.add_command(explain)
commands.add_command(export)
commands.add_command(query)
commands.add_command(status)
commands.add_command(triples)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words of the command line; those of this process by default.

    Returns:
        The exit code.
    """
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    try:
        code = commands.main(args=arguments, prog_name="graphbuilder", standalone_mode=False)
        sys.stdout.flush()
    except GraphbuilderError as error:
        return _fail(str(error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.UsageError as error:
        place = error.ctx.command_path if error.ctx else "graphbuilder"
        return _fail(f"{error.format_message().rstrip('.')}; see `{place} --help`", 2)
    except click.ClickException as error:
        return _fail(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        return _fail("interrupted; the output folder is as it was before", _INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has seen enough (`| head`): end quietly, also when Python flushes on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int) -> int:
    click.echo(f"graphbuilder: {message}", err=True)
    return code
