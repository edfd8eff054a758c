/** What can happen to a table of fields. */
import type { Effect } from "../../src/compare/change.ts";
import { column, type Mutation, type Put, type Table } from "./mutation.ts";

/** `request`, `response`, or an object in one of them. */
export type Side = string;

export function fieldMutations(table: Table, side: Side, put: Put): Mutation[] {
  return [
    ...added(table, side, put),
    ...table.rows.flatMap((cells, at) => [
      ...names(table, side, cells, at, put),
      ...types(table, side, cells, at, put),
      ...required(table, side, cells, at, put),
      ...limits(table, side, cells, at, put),
      ...words(table, side, cells, at, put),
    ]),
  ];
}

type Change = (
  table: Table,
  side: Side,
  cells: readonly string[],
  at: number,
  put: Put,
) => Mutation[];

const withRow = (table: Table, at: number, cells: readonly string[]): Table => ({
  ...table,
  rows: table.rows.with(at, cells),
});

/** How this page says yes and no. */
function marks(table: Table): readonly [string, string] {
  if (/M\/O/.test(table.titles.join())) return ["M", "O"];
  return /✔/.test(table.rows.flat().join()) ? ["✔", ""] : ["Yes", "No"];
}

function added(table: Table, side: Side, put: Put): Mutation[] {
  const [yes, no] = marks(table);
  const row = (name: string, type: string, needed: string) =>
    table.titles.map((title, index) => {
      if (index === 0) return name;
      if (/^type$/i.test(title)) return type;
      if (/required|M\/O/i.test(title)) return needed;
      if (/sample|example/i.test(title)) return "abc";
      return /length/i.test(title) ? "" : "Something that was not there before";
    });
  const insert = (at: number, cells: readonly string[]): Table => ({
    ...table,
    rows: table.rows.toSpliced(at, 0, cells),
  });
  const needed: Effect = side.startsWith("request") ? "major" : "minor";
  const unsaid = column(table, /required|M\/O/i) < 0;
  return [0, 1, table.rows.length].flatMap((at) => [
    put(
      `an optional field at ${at}`,
      insert(at, row("lateFee", "String", no)),
      `${side}.lateFee`,
      unsaid ? needed : "minor",
    ),
    put(
      `a required field at ${at}`,
      insert(at, row("late_fee", "Int", yes)),
      `${side}.late_fee`,
      needed,
    ),
  ]);
}

const names: Change = (table, side, cells, at, put) => {
  const [name = ""] = cells;
  const leaf = name.replace(/^.*\./, "");
  const renamed = withRow(table, at, cells.with(0, `${name}Nr`));
  // A header's name with nothing between it and a value in lower case has no end that could be seen.
  const found = /-/.test(name)
    ? []
    : [put(`${side} ${name} renamed`, renamed, new RegExp(`${leaf}Nr`), "major")];
  const holds = table.rows.some(([other = ""]) => other.startsWith(`${name}.`));
  if (table.rows.length === 1 || holds) return found;
  const rest: Table = { ...table, rows: table.rows.toSpliced(at, 1) };
  return [...found, put(`${side} ${name} removed`, rest, `${side}.${name}`, "major")];
};

const types: Change = (table, side, cells, at, put) => {
  const type = column(table, /^type$/i);
  if (type < 0) return [];
  const other = /string|char/i.test(cells[type] ?? "") ? "Integer" : "String";
  return [
    put(
      `${side} ${cells[0]} retyped`,
      withRow(table, at, cells.with(type, other)),
      `${side}.${cells[0]}.type`,
      "major",
    ),
  ];
};

const required: Change = (table, side, cells, at, put) => {
  const [yes, no] = marks(table);
  const index = column(table, /required|M\/O/i);
  if (index < 0 || cells[index] === "C") return [];
  const now = cells[index] !== yes;
  const effect: Effect = now === side.startsWith("request") ? "major" : "minor";
  return [
    put(
      `${side} ${cells[0]} ${now ? "required" : "optional"} now`,
      withRow(table, at, cells.with(index, now ? yes : no)),
      `${side}.${cells[0]}.required`,
      effect,
    ),
  ];
};

const limits: Change = (table, side, cells, at, put) => {
  const [name, type, length] = [cells[0], column(table, /^type$/i), column(table, /length/i)];
  const said = column(table, /description|detail/i);
  const figure =
    length >= 0 ? cells[length] : /(?:max|up to|Char) (\d+)/i.exec(cells.join(" "))?.[1];
  if (figure) {
    const to = (by: number) =>
      withRow(
        table,
        at,
        cells.map((cell) => cell.replaceAll(figure, String(Number(figure) + by))),
      );
    return [
      put(`${side} ${name} limited to less`, to(-1), `${side}.${name}`, "patch"),
      put(`${side} ${name} limited to more`, to(8), `${side}.${name}`, "patch"),
    ];
  }
  if (length >= 0 || !/string/i.test(cells[type] ?? "")) return [];
  const longer = withRow(table, at, cells.with(said, `${cells[said]}, max 17 characters`));
  return [
    put(`${side} ${name} limited`, longer, `${side}.${name}.maxLength`, "patch"),
    put(
      `${side} ${name} limited by its type`,
      withRow(table, at, cells.with(type, "String(17)")),
      `${side}.${name}.maxLength`,
      "patch",
    ),
  ];
};

const words: Change = (table, side, cells, at, put) => {
  const index = column(table, /description|detail/i);
  const text = cells[index] ?? "";
  const edit = (to: string) => withRow(table, at, cells.with(index, to));
  const name = `${side} ${cells[0]}`;
  if (/^One of|^Possible/.test(text)) {
    const [, second = "", third = ""] = text.replace(/^.*:/, "").split(", ");
    return [
      put(`${name} gains a word`, edit(`${text}, reversed`), /reversed/, "minor"),
      put(
        `${name} loses a word`,
        edit(text.replace(`, ${second}`, "")),
        new RegExp(second),
        "major",
      ),
      put(`${name} has a word renamed`, edit(text.replace(third, "waiting")), /waiting/, "major"),
    ];
  }
  if (/1\)/.test(text)) {
    return [
      put(`${name} gains a word`, edit(`${text}; 4) reversed: it went back`), /reversed/, "minor"),
      put(
        `${name} loses a word`,
        edit(text.replace("1) init : refund begun; ", "")),
        /init/,
        "major",
      ),
    ];
  }
  if (!/[Cc]ent/.test(text)) return [];
  const dollars = text
    .replace("Cent is the unit", "Dollar is the unit")
    .replace("in cents", "in dollars");
  return [put(`${name} in another unit`, edit(dollars), `${side}.${cells[0]}.unit`, "major")];
};
