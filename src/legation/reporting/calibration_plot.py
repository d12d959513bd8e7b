"""Draws a reliability curve as SVG: what was forecast against what came, with 90 % bands and how many there were."""

from html import escape

from legation.judgement.scores import Bin, Scores

SIZE, LEFT, TOP, BOTTOM, RIGHT = 300, 52, 34, 84, 28
INK, LINE, BAND, GRID = "#1f2933", "#1f5f8b", "#9db8cc", "#d5dae0"
BARS = 34


def draw_calibration(scores: Scores, title: str) -> str:
    """Return the reliability curve of some forecasts as SVG.

    A point for each bin that holds forecasts, at its mean forecast and the share that came true; the band is Jeffreys'
    90 % interval, the bars below how many forecasts each bin holds.
    """
    width, height = LEFT + SIZE + RIGHT, TOP + SIZE + BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="11" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f'<text x="{LEFT}" y="18" font-size="13" font-weight="600">{escape(title)}</text>',
        *map(draw_mark, range(0, 101, 20)),
        f'<path d="M{across(0)} {up(0)}L{across(1)} {up(1)}" stroke="{INK}" stroke-dasharray="4 4" fill="none"/>',
        *map(draw_band, scores.bins),
        draw_curve(scores.bins),
        *draw_counts(scores.bins),
        f'<text x="{LEFT + SIZE / 2}" y="{height - 8}" text-anchor="middle">forecast, and how many</text>',
        f'<text x="14" y="{TOP + SIZE / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {TOP + SIZE / 2})">came true</text>',
    ]
    return "\n".join([*parts, "</svg>"])


def across(value: float) -> float:
    """Return where a probability stands from the left."""
    return round(LEFT + SIZE * value, 1)


def up(value: float) -> float:
    """Return where a share stands from the top."""
    return round(TOP + SIZE * (1.0 - value), 1)


def draw_mark(percent: int) -> str:
    """Return the lines and numbers of one mark on both axes."""
    x, y = across(percent / 100), up(percent / 100)
    return (
        f'<path d="M{LEFT} {y}H{LEFT + SIZE}M{x} {TOP}V{TOP + SIZE}" stroke="{GRID}" fill="none"/>'
        f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{percent} %</text>'
        f'<text x="{x}" y="{TOP + SIZE + 14}" text-anchor="middle">{percent} %</text>'
    )


def draw_band(one: Bin) -> str:
    """Return the band of a bin."""
    x, low, high = across(one.mean), up(one.band[0]), up(one.band[1])
    return f'<path d="M{x} {low}V{high}" stroke="{BAND}" stroke-width="7" fill="none"/>'


def draw_curve(bins: tuple[Bin, ...]) -> str:
    """Return the points of the bins, joined."""
    places = [(across(one.mean), up(one.share)) for one in bins]
    line = "L".join(f"{x} {y}" for x, y in places)
    points = "".join(f'<circle cx="{x}" cy="{y}" r="3.5" fill="{LINE}"/>' for x, y in places)
    return f'<path d="M{line}" stroke="{LINE}" stroke-width="1.5" fill="none"/>{points}'


def draw_counts(bins: tuple[Bin, ...]) -> list[str]:
    """Return bars of how many forecasts each bin holds, the most the highest."""
    most = max(one.count for one in bins)
    foot = TOP + SIZE + 22 + BARS
    return [
        f'<rect x="{across(one.low) + 2}" y="{foot - BARS * one.count / most:.1f}" '
        f'width="{SIZE * (one.high - one.low) - 4:.1f}" height="{BARS * one.count / most:.1f}" fill="{BAND}">'
        f"<title>{one.count:,}</title></rect>"
        for one in bins
    ]
