import { s } from "./dom.js";
import { span } from "./time.js";
import { plural } from "./words.js";

/** How long the last contacts took, as a line; spans in which one failed are marked. */
export function spark(points, { width = 108, height = 28 } = {}) {
    const label = words(points);
    const picture = s("svg", { class: "spark", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
    picture.append(s("title", {}, label));
    const seen = (points ?? []).slice(-24);
    if (!seen.length) {
        picture.append(s("path", { class: "none", d: `M2 ${height / 2}H${width - 2}` }));
        return picture;
    }
    const top = Math.max(...seen.map((point) => point.meanMs ?? 0), 8);
    const step = (width - 8) / Math.max(seen.length - 1, 1);
    const from = seen.length === 1 ? width - 4 : 4;
    const spots = seen.map((point, index) => [from + index * step, seen.length === 1 ? height / 2 : height - 4 - ((point.meanMs ?? 0) / top) * (height - 8), point]);
    if (spots.length > 1) {
        const line = spots.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
        picture.append(s("path", { class: "area", d: `M${from} ${height}L${line}L${spots.at(-1)[0].toFixed(1)} ${height}Z` }));
        picture.append(s("path", { class: "line", d: `M${line}` }));
    } else {
        picture.append(s("path", { class: "none", d: `M2 ${spots[0][1].toFixed(1)}H${width - 8}` }));
    }
    for (const [index, [x, y, point]] of spots.entries()) {
        const failed = point.good < point.contacts;
        if (failed || index === spots.length - 1) picture.append(s("circle", { class: failed ? "bad" : "good", cx: x.toFixed(1), cy: y.toFixed(1), r: failed ? 2.6 : 2.4 }));
    }
    return picture;
}

function words(points) {
    if (!points?.length) return "no contact yet";
    const failed = points.filter((point) => point.good < point.contacts).length;
    const last = points.at(-1);
    return `last contact took ${span(last.meanMs)}` + (failed ? `, trouble in ${plural(failed, "span")} of ${points.length}` : "");
}
