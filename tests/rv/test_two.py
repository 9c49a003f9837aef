import subprocess, sys, threading, time
from datetime import timedelta
import pytest
from readinglist.domain.cancellation import CancelToken
from readinglist.domain.errors import UserFacingError
from readinglist.domain.live_file import LiveQuery, LiveFile
from readinglist.library.library import Library
from readinglist.library.live_keeper import LiveKeeper
from readinglist.library.turns import Turns, SourceRestsError
from readinglist.sources.arxiv_records import RestWantedError
from tests.library.arxiv_clock import Clock, Fetching
from tests.library.syncing import listed
from tests.papers import made_up_listing
from tests.upstream import FakeUpstream, arxiv, faults
from tests.library.live import all_keys, bring_up_to_date, keep, kept

def turns(library, clock): return Turns(library.database, "arxiv", now=clock.now, wait=clock.wait)

def test_end_erases_rest(library):
    clock = Clock(); other = Library(library.folder)
    try:
        slow = turns(library, clock).turn(CancelToken()); slow.__enter__()
        clock.go(60)   # laptop slept: the turn counts as given up
        with pytest.raises(SourceRestsError), turns(other, clock).turn(CancelToken()):
            raise RestWantedError(None)
        slow.__exit__(None, None, None)
        clock.go(5)
        with pytest.raises(SourceRestsError), turns(other, clock).turn(CancelToken()):
            pass
    finally: other.close()

@pytest.mark.parametrize("after", ["0", "1"])
def test_short_retry_after(library, upstream, after):
    clock = Clock(); upstream.clock = clock.seconds
    listed(library, made_up_listing(1)); upstream.arxiv = {"2506.00001": arxiv.entry("2506.00001")}
    upstream.inject(faults.rate_exceeded({"Retry-After": after}), nth=1)
    f = Fetching(library, upstream, clock)
    print(f([1]).message); clock.go(5); f([1])
    assert len(upstream.asked_arxiv()) == 1, [r.at for r in upstream.asked_arxiv()]

def test_400_for_all(library, upstream):
    clock = Clock(); upstream.clock = clock.seconds
    listed(library, *(made_up_listing(n) for n in range(1, 101)))
    body = arxiv.error("the search service is being rebuilt")
    upstream.inject(faults.whole(body, {"Content-Type": "application/atom+xml"}, 400))
    out = Fetching(library, upstream, clock)(list(range(1, 101)))
    print(len(upstream.asked_arxiv()), "requests", len(out.unknown), "unknown", out.summary, out.message)
    assert not out.unknown

def test_close_hangs_if_tell_fails(filled_library, monkeypatch):
    k = LiveKeeper(filled_library); k.start()
    k.ask(lambda w: None).result(10)
    monkeypatch.setattr(k, "_tell", lambda: (_ for _ in ()).throw(UserFacingError("disk I/O error")))
    try:
        k.ask(lambda w: None).result(5)
    finally: k.close()

def test_jobs_left(filled_library):
    k = LiveKeeper(filled_library); k.start(); k.ask(lambda w: None).result(10)
    go = threading.Event()
    a = k.ask(lambda w: go.wait(10)); b = k.ask(lambda w: 1)
    t = threading.Thread(target=k.close); t.start(); time.sleep(.3); go.set(); t.join()
    b.result(3)

def test_watch_starves(monkeypatch):
    from readinglist.cli import watching
    now=[0.0]; monkeypatch.setattr(watching.time, "sleep", lambda s: now.__setitem__(0, now[0]+s)); monkeypatch.setattr(watching.time, "monotonic", lambda: now[0])
    class R:
        def __init__(s,v): s.v=v
        def result(s): return s.v
    class DB:
        def version_seen(s):
            if now[0] > 3600: raise KeyboardInterrupt
            return R(int(now[0]))
    class L: database=DB()
    n=0
    try:
        for _ in watching._changes(L(), 0): n+=1
    except KeyboardInterrupt: pass
    assert n, "not once in an hour of a change each second"
