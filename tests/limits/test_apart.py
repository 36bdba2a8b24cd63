"""Work in another process: answers, refusals, deadlines and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from indicators.limits.apart import FailedError, Pool
from indicators.limits.caps import MEMORY, TEXT, RefusedError, TooMuchError
from tests.limits import jobs


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """One worker, which is patient."""
    made = Pool(count=1, deadline=60, wait=60)
    yield made
    made.close()


def test_a_job_is_done_elsewhere_by_the_same_worker_again(pool: Pool) -> None:
    assert pool.run(jobs.double, 21) == 42
    first = pool.run(jobs.process)
    assert first != os.getpid()
    assert pool.run(jobs.process) == first


def test_what_is_printed_is_no_answer(pool: Pool) -> None:
    assert pool.run(jobs.chatter) == "answer"


@pytest.mark.skipif(not hasattr(os, "nice"), reason="the system knows no priorities")
def test_the_server_goes_first(pool: Pool) -> None:
    """The lowest priority that there is, where the server itself has a low one."""
    assert pool.run(jobs.priority) == min(19, os.nice(0) + 10)


def test_a_refusal_comes_back_as_it_was(pool: Pool) -> None:
    with pytest.raises(TooMuchError) as refused:
        pool.run(jobs.refuse)
    assert refused.value.cap == TEXT
    with pytest.raises(RefusedError) as words:
        pool.run(jobs.refuse_in_words)
    assert (words.value.reason("zh"), words.value.reason("en")) == ("不行", "no")


def test_a_fault_of_the_program_is_raised_with_its_traceback(pool: Pool) -> None:
    with pytest.raises(FailedError, match=r"(?s)jobs\.py.*KeyError: 'a fault'"):
        pool.run(jobs.fail)
    assert pool.run(jobs.double, 1) == 2


def test_a_worker_that_ends_is_replaced(pool: Pool) -> None:
    with pytest.raises(RefusedError) as refused:
        pool.run(jobs.die)
    assert "中断" in refused.value.reason("zh")
    assert pool.run(jobs.double, 1) == 2


def test_one_that_was_ended_while_idle_is_not_missed(pool: Pool) -> None:
    subprocess.run(["kill", "-9", str(pool.run(jobs.process))], check=True)
    assert pool.run(jobs.double, 1) == 2


@pytest.mark.parametrize("job", [jobs.spin, jobs.sleep], ids=["busy", "asleep"])
def test_a_late_job_is_ended(job: object) -> None:
    """The deadline is the worker's, not the server's: nothing here looks at a clock."""
    pool = Pool(count=1, deadline=1, wait=60)
    with pytest.raises(RefusedError) as refused:
        pool.run(jobs.spin) if job is jobs.spin else pool.run(jobs.sleep, 600)
    assert "停下" in refused.value.reason("zh") and "stopped" in refused.value.reason("en")
    pool.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory is used")
def test_a_greedy_job_is_refused_and_a_grown_worker_replaced(pool: Pool) -> None:
    with pytest.raises(TooMuchError) as refused:
        pool.run(jobs.greedy, 4 * MEMORY.most)
    assert refused.value.cap == MEMORY
    first = pool.run(jobs.process)
    pool.run(jobs.grow, MEMORY.most // 2)
    assert pool.run(jobs.process) != first


def test_whoever_finds_no_worker_free_is_told() -> None:
    pool = Pool(count=1, deadline=60, wait=0.01)
    pool.run(jobs.double, 1)
    begun = threading.Thread(target=lambda: pool.run(jobs.sleep, 3))
    begun.start()
    while pool._free.acquire(blocking=False):  # until the other has taken it
        pool._free.release()
    with pytest.raises(RefusedError) as refused:
        pool.run(jobs.double, 1)
    assert "别人" in refused.value.reason("zh")
    begun.join()
    assert pool.run(jobs.double, 1) == 2
    pool.close()


def test_workers_end_with_the_server() -> None:
    """A server that is ended without a word leaves no worker behind."""
    script = (
        "from indicators.limits.apart import run_apart\n"
        "from tests.limits import jobs\n"
        "import os\n"
        "print(run_apart(jobs.process), flush=True)\n"
        "os._exit(9)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert run.returncode == 9
    worker = int(run.stdout)
    subprocess.run(
        ["timeout", "20", "sh", "-c", f"while kill -0 {worker} 2>/dev/null; do sleep 0.1; done"],
        check=True,
    )
