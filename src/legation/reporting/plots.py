"""Plots of a dyad as SVG that print and need no script: pure functions from measures to text.

Everything is drawn in `currentColor` with presentation attributes alone: the page's colour of text gives light and
dark, and a strict content policy has nothing to refuse. Signs differ by form (filled, hollow), never by colour alone.
Each mark has a title with its number and the ids of its events.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from legation.lexicon.saying import join, say
from legation.relations.dyad import Break, Dyad, Track
from legation.relations.series import Series
from legation.reporting.dyad import number_range, share_words

# Says words of ours, in their language or another.
Tell = Callable[[str], str]
WIDTH, LEFT, RIGHT = 760, 56, 12
TOP, PANEL, GAP, FOOT = 30, 112, 34, 26
QUIET = 3
# Points on a line are drawn as far apart as this or not at all.
CLOSEST = 2.0
# Labels of the axis of time are thinned so that they do not run into each other.
MOST_LABELS = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a panel stands: its top edge, and the value at its top and bottom edges."""

    top: float
    high: float
    low: float = 0.0

    def y(self, value: float) -> float:
        """Return the height at which a value is drawn."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0
        return self.top + PANEL * (1 - share)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where periods stand from left to right, and how what a drawing says is said."""

    count: int
    tell: Tell = str

    @property
    def step(self) -> float:
        """The width of one period."""
        return (WIDTH - LEFT - RIGHT) / max(self.count, 1)

    def left(self, place: int) -> float:
        """Return the left edge of a period."""
        return LEFT + self.step * place

    def middle(self, place: int) -> float:
        """Return the middle of a period."""
        return LEFT + self.step * (place + 0.5)


def draw_dyad(dyad: Dyad, family: str | None = None, link: Callable[[str], str] | None = None, tell: Tell = str) -> str:
    """Return event-days, balance and intensity of a dyad (or of one family of its conduct) as one SVG.

    `link` gives the address that a period's bar leads to, from its label ("2026-03"); `tell` says the words of the
    drawing in another language.
    """
    series, breaks = dyad.series(family), dyad.breaks(family)
    tracks = (dyad.balance(family), dyad.intensity(family))
    scale = Scale(dyad.periods.count, tell)
    tops = [TOP + place * (PANEL + GAP) for place in range(3)]
    height = tops[-1] + PANEL + FOOT
    names = join(" and ", (actor.name for actor in dyad.actors))
    whose = say("{names}, {family}", names=names, family=family) if family else names
    title = tell(
        say("{whose}: {first} to {last}", whose=whose, first=dyad.periods.labels[0], last=dyad.periods.labels[-1])
    )
    inside = [
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(tell(describe(tracks, breaks, dyad)))}</desc>",
        *draw_quiet(series, scale, tops),
        *draw_days(series, Frame(tops[0], *day_bounds(series)), scale, link),
        *draw_level(tracks[0], Frame(tops[1], 1.0), scale, say("cooperative share of event-days, with 90 % interval")),
        *draw_level(tracks[1], Frame(tops[2], nice(max_of(tracks[1]))), scale, intensity_title(dyad)),
        *draw_breaks(breaks, dyad, scale, tops),
        *draw_axis(dyad, scale, tops[-1] + PANEL),
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'aria-label={quoteattr(title)} font-family="system-ui, sans-serif" font-size="11" fill="currentColor">'
    )
    return "\n".join([head, *inside, "</svg>"])


def tabulate_dyad(dyad: Dyad, family: str | None = None) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the same data as a table: heads, then one row for each period."""
    series, balance, intensity = dyad.series(family), dyad.balance(family), dyad.intensity(family)
    ids: list[list[str]] = [[] for _ in range(dyad.periods.count)]
    for item in series.event_days:
        ids[item.place] += item.events
    unit = dyad.periods.unit
    heads: tuple[str, ...] = (
        say(unit),
        say("cooperative"),
        say("conflictual"),
        say("cooperative share (90 %)"),
        say("event-days a {unit} (90 %)", unit=unit),
        say("events"),
    )
    rows: list[tuple[str, ...]] = [
        (label, str(coop), str(conf), share_words(share), number_range(rate), " ".join(dict.fromkeys(events)))
        for label, coop, conf, share, rate, events in zip(
            dyad.periods.labels,
            series.cooperative,
            series.conflictual,
            balance.levels,
            intensity.levels,
            ids,
            strict=True,
        )
    ]
    return heads, rows


def intensity_title(dyad: Dyad) -> str:
    """Return what the third panel shows."""
    return say("event-days a {unit} of average reporting, with 90 % interval", unit=dyad.periods.unit)


def describe(tracks: Sequence[Track], breaks: Sequence[Break], dyad: Dyad) -> str:
    """Return in words what is drawn, for those who do not see it."""
    words = [say("{kind}: {level}", kind=track.kind, level=level_told(track)) for track in tracks if track.level]
    words += [
        say("break in {kind} in {period}", kind=item.kind, period=dyad.periods.label(item.turn.at)) for item in breaks
    ]
    return join("; ", words) or say("no events")


def level_told(track: Track) -> str:
    """Return a track's last level."""
    level = track.levels[-1]
    return share_words(level) if track.kind == "balance" else number_range(level)


# --- panels ----------------------------------------------------------------------------------------------------------


def draw_days(series: Series, frame: Frame, scale: Scale, link: Callable[[str], str] | None) -> Iterator[str]:
    """Yield bars: cooperative event-days upward and filled, conflictual ones downward and hollow."""
    zero = frame.y(0)
    yield from draw_panel(
        frame,
        scale.tell(say("event-days a {unit}: ▮ cooperative, ▯ conflictual", unit=series.periods.unit)),
        (frame.high, 0, *([frame.low] if frame.low else [])),
    )
    ids: list[list[str]] = [[] for _ in range(series.periods.count)]
    for item in series.event_days:
        if item.sign:
            ids[item.place] += item.events
    width = max(scale.step * 0.7, 0.8)
    for place, (up, down) in enumerate(zip(series.cooperative, series.conflictual, strict=True)):
        if not up and not down:
            continue
        label = series.periods.label(place)
        left = scale.middle(place) - width / 2
        signs = say("{period}: {up} cooperative, {down} conflictual", period=label, up=up, down=down)
        bars = f"<title>{escape(scale.tell(signs))} — {escape(' '.join(ids[place]))}</title>"
        if up:
            bars += (
                f'<rect x="{left:.1f}" y="{frame.y(up):.1f}" width="{width:.1f}" height="{zero - frame.y(up):.1f}"/>'
            )
        if down:
            bars += (
                f'<rect x="{left:.1f}" y="{zero:.1f}" width="{width:.1f}" height="{frame.y(-down) - zero:.1f}" '
                'fill="none" stroke="currentColor"/>'
            )
        yield f"<a href={quoteattr(link(label))}>{bars}</a>" if link else f"<g>{bars}</g>"


def draw_level(track: Track, frame: Frame, scale: Scale, title: str) -> Iterator[str]:
    """Yield a level as a line in the band of its interval; nothing before the first event-day is drawn."""
    is_share = track.kind == "balance"
    marks = (0.0, 0.5, 1.0) if is_share else (0.0, frame.high)
    yield from draw_panel(frame, scale.tell(title), marks, is_share=is_share)
    first = next((place for place, count in enumerate(track.counts) if count), None)
    if first is None:
        nothing = escape(scale.tell(say("no events")))
        yield f'<text x="{LEFT + 8}" y="{frame.top + PANEL / 2:.1f}" opacity="0.7">{nothing}</text>'
        return
    places = range(first, len(track.levels))
    shown = [track.levels[place] for place in places]
    bounds = ([level.low for level in shown], [level.high for level in shown], [level.value for level in shown])
    low, high, middle = (
        [f"{scale.middle(place):.1f},{frame.y(value):.1f}" for place, value in zip(places, values, strict=True)]
        for values in bounds
    )
    yield f'<polygon points="{" ".join(high + low[::-1])}" opacity="0.16"/>'
    yield f'<polyline points="{" ".join(middle)}" fill="none" stroke="currentColor" stroke-width="1.6"/>'
    # Marks closer than this run into each other: the table beside the plot has every number.
    for place in places if scale.step >= CLOSEST else []:
        x, y = middle[place - first].split(",")
        told = share_words(track.levels[place]) if is_share else number_range(track.levels[place])
        words = scale.tell(say("{period}: {level}", period=track.periods.label(place), level=told))
        shape = 'r="1.8"' if track.counts[place] else 'r="1.4" fill="none" stroke="currentColor" stroke-width="0.6"'
        yield f'<circle cx="{x}" cy="{y}" {shape}><title>{escape(words)}</title></circle>'


def draw_panel(frame: Frame, title: str, marks: Sequence[float], *, is_share: bool = False) -> Iterator[str]:
    """Yield a panel's title, and a fine line with its number at each mark."""
    yield f'<text x="{LEFT}" y="{frame.top - 8:.1f}" font-size="12">{escape(title)}</text>'
    for mark in marks:
        y = frame.y(mark)
        words = f"{round(100 * mark)} %" if is_share else f"{abs(mark):g}"
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="currentColor" stroke-width="0.5" opacity="0.4"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" opacity="0.8">{words}</text>'


def draw_quiet(series: Series, scale: Scale, tops: Sequence[float]) -> Iterator[str]:
    """Yield a shade behind stretches of periods without reporting."""
    bottom = tops[-1] + PANEL
    for start, after in quiet_stretches(series.signed):
        x, width = scale.left(start), scale.step * (after - start)
        first, last = series.periods.label(start), series.periods.label(after - 1)
        words = scale.tell(say("no reporting, {first} to {last}", first=first, last=last))
        yield (
            f'<rect x="{x:.1f}" y="{tops[0]:.1f}" width="{width:.1f}" height="{bottom - tops[0]:.1f}" opacity="0.06">'
            f"<title>{escape(words)}</title></rect>"
        )


def quiet_stretches(counts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the stretches [start, after) of at least three periods without an event-day."""
    found, start = [], 0
    for place, count in enumerate([*counts, 1]):
        if count:
            if place - start >= QUIET:
                found.append((start, place))
            start = place + 1
    return found


def draw_breaks(breaks: Sequence[Break], dyad: Dyad, scale: Scale, tops: Sequence[float]) -> Iterator[str]:
    """Yield a dashed line for each break through the panels it is seen in."""
    for item in breaks:
        x = scale.left(item.turn.at)
        top = tops[1] if item.kind == "balance" else tops[2]
        arrow = "↑" if item.turn.is_rise else "↓"
        ids = " ".join(name for day in item.top for name in day.events)
        single = say(", single-origin") if item.is_single_origin else ""
        period = dyad.periods.label(item.turn.at)
        words = scale.tell(
            say("break in {kind}, {period}{single} — {ids}", kind=item.kind, period=period, single=single, ids=ids)
        )
        yield (
            f'<g><title>{escape(words)}</title><path d="M{x:.1f} {tops[0]:.1f}V{tops[0] + PANEL:.1f}M{x:.1f} {top:.1f}'
            f'V{top + PANEL:.1f}" stroke="currentColor" stroke-dasharray="4 3"/>'
            f'<text x="{x + 3:.1f}" y="{top + 10:.1f}">{arrow}</text></g>'
        )


def draw_axis(dyad: Dyad, scale: Scale, bottom: float) -> Iterator[str]:
    """Yield the labels of time: years where there are many periods, else periods."""
    labels = dyad.periods.labels
    firsts = [place for place, label in enumerate(labels) if place == 0 or label[:4] != labels[place - 1][:4]]
    # The year a plot begins in has no room if the next begins at once.
    if len(firsts) > 1 and scale.left(firsts[1]) - LEFT < 40:
        firsts = firsts[1:]
    is_long = len(labels) > 2 * MOST_LABELS
    places = firsts if is_long else list(range(len(labels)))
    for place in places[:: -(-len(places) // MOST_LABELS)]:
        x = scale.left(place) if is_long else scale.middle(place)
        words = labels[place][:4] if is_long else labels[place]
        anchor = "start" if is_long else "middle"
        yield f'<path d="M{x:.1f} {bottom:.1f}v4" stroke="currentColor" opacity="0.6"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 16:.1f}" text-anchor="{anchor}" opacity="0.8">{words}</text>'


# --- bounds ----------------------------------------------------------------------------------------------------------


def day_bounds(series: Series) -> tuple[float, float]:
    """Return the highest and lowest value of the bars."""
    return float(max([*series.cooperative, 1])), -float(max([*series.conflictual, 0]))


def max_of(track: Track) -> float:
    """Return the highest value that is drawn of a level."""
    return max((level.high for level, count in zip(track.levels, track.counts, strict=True) if count), default=1.0)


def nice(value: float) -> float:
    """Return the next round number: 1, 1.5, 2, 3, 5 or 7.5 times a power of ten."""
    power = 1.0
    while power < value:
        power *= 10
    while power / 10 >= value:
        power /= 10
    return next(power * share for share in (0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1.0) if power * share >= value)
