/** Lays out a graph with Graphviz, and gives its lines and boxes colours by class. */
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { style, type Tone } from "./colours.ts";

interface Box {
  readonly id: string;
  /** Lines; the first is larger. */
  readonly text: readonly string[];
  readonly tone: Tone;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly text?: string;
  readonly tone?: Tone;
  readonly dashed?: boolean;
  /** Without an influence on where the boxes stand. */
  readonly loose?: boolean;
}

export interface Graph {
  readonly title: string;
  readonly direction: "LR" | "TB";
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** Boxes that stand in one row. */
  readonly rows?: readonly (readonly string[])[];
}

const text = (value: string): string => JSON.stringify(value);

const font = 'fontname="Arial"';

function dotOf({ direction, boxes, arrows, rows = [] }: Graph): string {
  const nodes = boxes.map(({ id, text: [first = "", ...rest], tone }) => {
    const small = rest.map((line) => `<br/><font point-size="11">${escaped(line)}</font>`).join("");
    return `${text(id)} [class="box ${tone}" label=<<b>${escaped(first)}</b>${small}>]`;
  });
  const edges = arrows.map(({ from, to, text: label = "", tone = "plain", dashed, loose }) => {
    const look = `${dashed ? ' style="dashed"' : ""}${loose ? " constraint=false" : ""}`;
    return `${text(from)} -> ${text(to)} [class="arrow ${tone}" label=${text(label)}${look}]`;
  });
  const same = rows.map((row) => `{rank=same; ${row.map(text).join("; ")}}`);
  return `digraph {
rankdir=${direction}; bgcolor="transparent"; nodesep=0.35; ranksep=0.5; pad=0.1
node [shape=box style="rounded,filled" margin="0.16,0.09" fontsize=14 ${font}]
edge [fontsize=11 arrowsize=0.7 ${font}]
${[...nodes, ...edges, ...same].join("\n")}
}`;
}

const escaped = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export async function draw(graph: Graph): Promise<string> {
  const graphviz = await Graphviz.load();
  return finished(graphviz.dot(dotOf(graph)), graph.title);
}

/** Graphviz writes colours of its own; classes replace them, so that one picture works on light and on dark pages. */
function finished(svg: string, title: string): string {
  const groups = svg
    .slice(svg.indexOf("<svg"))
    .replaceAll(/<!--[\s\S]*?-->\n?/g, "")
    .replaceAll(/<title>[\s\S]*?<\/title>\n?/g, "")
    .replaceAll(
      /<g id="(?:node|edge)\d+" class="(?:node|edge) (box|arrow) (\w+)">([\s\S]*?)<\/g>/g,
      toned,
    )
    .replaceAll(/<polygon fill="[^"]*" stroke="(?:none|transparent)"[^>]*\/>\n?/g, "")
    .replaceAll(/ (?:font-family|id)="[^"]*"/g, "");
  return groups.replace(
    /<svg width="([\d.]+)pt" height="([\d.]+)pt"([^>]*)>/,
    (_, width, height, rest) => {
      return `<svg width="${width}" height="${height}"${rest.replace(/ xmlns:xlink="[^"]*"/, "")} role="img" font-family="Helvetica, Arial, sans-serif"><title>${escaped(title)}</title>${style}`;
    },
  );
}

function toned(_: string, kind: string, tone: string, content: string): string {
  const plain = content
    .replaceAll(/ (?:fill|stroke)="[^"]*"/g, "")
    .replaceAll("<text ", '<text class="p-ink" ')
    .replaceAll("<path ", `<path class="p-${tone}${kind === "arrow" ? "-line" : ""}" `)
    .replaceAll("<polygon ", `<polygon class="p-${tone}${kind === "arrow" ? "-head" : ""}" `);
  return `<g>${plain}</g>`;
}
