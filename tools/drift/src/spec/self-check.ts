/** Facts without a line, and lines of the contract without a fact. */
import type { At, Line, Spec } from "./contract.ts";
import { isRecord, listOfText, text } from "./data.ts";
import { placeFor } from "./places.ts";
import { type BareFact, decidingWord, type Tie, tie } from "./ties.ts";

export interface Gap {
  readonly line: number;
  readonly message: string;
}

/** The page that the spec follows, and the day it was read. */
export const followed = ({ contract: { provider } }: Spec) => ({
  page: text(provider.documentation),
  read: text(provider.read),
});

/** Facts that no line carries, or that a line contradicts without saying that it does. */
export function uncarried(facts: readonly BareFact[], spec: Spec): Gap[] {
  return facts.flatMap((fact) => {
    const tied = tie(fact, spec);
    const said = `the fact ${fact.id}: ${fact.value}`;
    if (!tied) return gap(spec, placeFor(fact.subject, facts, spec), `no line carries ${said}`);
    return tied.verdict === "differs"
      ? { line: lineOf(tied, spec), message: `says something else than ${said}` }
      : [];
  });
}

const gap = (spec: Spec, at: At, message: string): Gap => ({ line: spec.lineOf(at), message });

/** A tie by mention has a line and no place. */
export const lineOf = ({ at }: Pick<Tie, "at">, spec: Spec): number =>
  at.length === 1 && typeof at[0] === "number" ? at[0] : spec.lineOf(at);

/** Lines said to be from the page, of which the page has no fact; unless a mark says what was assumed or decided. */
export function unfounded(facts: readonly BareFact[], spec: Spec): Gap[] {
  const { contract } = spec;
  const founded = new Set<string>();
  const said = new Set<string>();
  for (const fact of facts) {
    for (const line of tie(fact, spec)?.lines ?? []) {
      founded.add(key(line));
      said.add(`${key(line)} ${wordOf(fact)}`);
    }
  }
  const missing = (line: Line, what: string): Gap[] =>
    !fromPage(line, spec) || founded.has(key(line))
      ? []
      : [
          gap(
            spec,
            line.at,
            `${what} is said to be from the page, and no fact of the page is about it`,
          ),
        ];
  return [
    ...missing(contract.operation, "the operation"),
    ...contract.servers.flatMap((server) => missing(server, server.url)),
    ...contract.errors.flatMap((error) => missing(error, `the code ${error.code || error.text}`)),
    ...contract.fields.flatMap((field) => {
      const gaps = missing(field, `${field.side}.${field.path}`);
      if (gaps.length > 0 || !fromPage(field, spec) || field.sources.length > 1) return gaps;
      return listOfText(field.schema.enum)
        .filter((word) => !said.has(`${key(field)} ${word}`))
        .map((word) =>
          gap(
            spec,
            [...field.at, "enum"],
            `"${word}" is said to be from the page, and no fact of the page has it`,
          ),
        );
    }),
    ...undecidable(facts, spec),
    ...unseen(facts, spec),
  ];
}

/** What the spec says of the page itself, and the page has no fact of. */
function unseen(facts: readonly BareFact[], spec: Spec): Gap[] {
  const { operation, provider } = spec.contract;
  const lacks = (id: string) => !facts.some((fact) => fact.id === id);
  const gaps: Gap[] = [];
  if (text(provider.version) !== "" && lacks("page.version")) {
    const message = "the documentation's version is given, and the page has none";
    gaps.push(gap(spec, ["x-provider", "version"], message));
  }
  // Without its path a page is known by its fields alone, and a new path would not be seen.
  if (fromPage(operation, spec) && lacks("operation.path")) {
    const message = "the path is said to be from the page, and no fact of the page is about it";
    gaps.push(gap(spec, operation.at, message));
  }
  return gaps;
}

/** What the spec says of fields from the page, and was not read off it: `request.amount (unit)`. Its changes are not seen. */
export function unread(facts: readonly BareFact[], spec: Spec): string[] {
  const known = new Set(
    facts.flatMap((fact) =>
      (tie(fact, spec)?.lines ?? []).map((line) => `${key(line)} ${fact.aspect}`),
    ),
  );
  return spec.contract.fields
    .filter((field) => fromPage(field, spec))
    .flatMap((field) =>
      [
        ["unit", "x-money"],
        ["format", "x-time"],
      ].flatMap(([aspect = "", keyword = ""]) => {
        const said = field.schema[keyword];
        const open =
          !isRecord(said) || [undefined, "undocumented"].includes(said[aspect] as string);
        return open || known.has(`${key(field)} ${aspect}`)
          ? []
          : [`${field.side}.${field.path} (${aspect})`];
      }),
    );
}

/** Outcomes in the page's name by a word that the page's list of the field's words does not have any more. */
function undecidable(facts: readonly BareFact[], spec: Spec): Gap[] {
  const { contract } = spec;
  const said = facts.flatMap((fact) => decidingWord(fact, contract) ?? []);
  const listed = new Set(
    facts
      .filter(({ aspect }) => aspect.startsWith("enum."))
      .flatMap((fact) => decidingWord(fact, contract)?.path ?? []),
  );
  return contract.deciding
    .filter((line) => fromPage(line, spec) && line.sources.length === 1 && listed.has(line.path))
    .flatMap(({ at, path, words }) =>
      words
        .filter((word) => !said.some((one) => one.path === path && one.word === word))
        .map((word) =>
          gap(
            spec,
            at,
            `decides by the word "${word}" of ${path} in the page's name, and no fact of the page has it`,
          ),
        ),
    );
}

const key = ({ at }: Line) => JSON.stringify(at);

const wordOf = ({ aspect, value }: BareFact) =>
  aspect.startsWith("enum.") ? aspect.slice(5) : value;

const fromPage = ({ sources, marks }: Line, { contract }: Spec) =>
  contract.page !== undefined && sources.includes(contract.page) && marks.length === 0;
