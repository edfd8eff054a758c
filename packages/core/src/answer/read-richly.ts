/** Reads answers of tables with `*` in a pointer, classes of statuses, presence, or several places of an error. Pure. */
import { readJson } from "../json/json.ts";
import { textAt, textsAt, valuesAt } from "../json/pointer.ts";
import type { RawAnswer } from "../outcome.ts";
import type { ErrorEntry, ErrorTable, Expectation, OperationTable, Pointer } from "../table.ts";
import { isAmong, type JudgedOperation, type ReadAnswer } from "./answer.ts";
import type { Answered } from "./send-result.ts";

/** Keeps the first rule whose condition holds, and the error that decides. */
export const readRichly: ReadAnswer = (given, errors, answered) => {
  const { raw } = answered;
  const isEmpty = isDocumentedEmpty(given, raw);
  const operation = isEmpty ? withoutBody(given) : given;
  const read = isEmpty ? { value: undefined, exact: undefined } : readJson(raw.body);
  const json =
    read.problem === undefined
      ? { ...read, exact: withHeaders(read.exact, given, answered) }
      : read;
  const rule = operation.outcomes.find(({ when }) =>
    Object.keys(when).every((at) => holds(raw, json.exact, at, when[at] as Expectation)),
  );
  return [
    { ...operation, outcomes: rule ? [{ ...rule, when: {} }] : [] },
    decisive(errors, json.exact, rule?.means === "by_code"),
    json,
  ];
};

/** Whether an answer has no body, and its status is documented so. */
export const isDocumentedEmpty = (
  { empty = [] }: Pick<OperationTable, "empty">,
  { status, body }: RawAnswer,
): boolean => body === "" && empty.some((one) => statusesOf(status).includes(one));

/** What can be asked of an answer without a body. */
const withoutBody = <Meaning extends string>(operation: JudgedOperation<Meaning>) => ({
  ...operation,
  answer: [{}],
  outcomes: operation.outcomes.map(({ of: _, ...rule }) => rule),
  echo: operation.echo?.filter(({ at }) => at.startsWith("/header.")) ?? [],
});

/** A status and its class. */
const statusesOf = (status: number): string[] => [`${status}`, `${String(status)[0]}XX`];

/** The body, and next to its members the headers. A body has no say in what a header is. */
function withHeaders(
  exact: unknown,
  { headers: names }: Pick<OperationTable, "headers">,
  { headers, mask = String }: Answered,
): unknown {
  if (!names) return exact;
  const tree: object = typeof exact === "object" && exact !== null ? exact : {};
  for (const name of names) {
    const text = headers.get(name);
    Object.assign(tree, { [`header.${name}`]: text === null ? null : mask(text) });
  }
  return tree;
}

/** Whether one member of a condition holds. @param exact the answer's body, with numbers as text */
export function holds(
  raw: RawAnswer,
  exact: unknown,
  at: Pointer | "http",
  expected: Expectation,
): boolean {
  if (isPresence(expected)) {
    // Providers write null for what is not there.
    return valuesAt(exact, at).some((value) => value !== null) === expected.present;
  }
  const texts = at === "http" ? statusesOf(raw.status) : textsAt(exact, at);
  return texts.some((text) => isAmong(expected, text));
}

export const isPresence = (expected: Expectation): expected is { readonly present: boolean } =>
  typeof expected === "object" && "present" in expected;

/** No provider lists more errors of one refund. Looking at each of half a million would block the process. */
const mostErrors = 100;

/** The place and the entry of the error that decides: the worst of those that the answer lists. */
function decisive(errors: ErrorTable, exact: unknown, byCode: boolean): ErrorTable {
  const [firstPlace] = [errors.code ?? []].flat();
  const places = placesOf(errors, exact);
  // Any of those that are not looked at may leave open whether money moved.
  if (places.length > mostErrors) return { list: [{ money: "unknown" }] };
  const found = places.map(({ code, message, from }) => {
    const [said, words] = [textAt(exact, code), textAt(exact, message)?.toLowerCase()];
    const entry = errors.list.find(
      (one) => (!one.codes || (one.at ?? firstPlace) === from) && matches(one, said, words),
    );
    return { code, message, entry };
  });
  const badness = ({ entry }: { entry?: ErrorEntry | undefined }) => {
    if (!entry) return byCode ? 3 : 0;
    return entry.money ? 4 : entry.repeat ? 1 : 2;
  };
  const worst = found.reduce((one, other) => (badness(other) > badness(one) ? other : one));
  const { codes: _, at: __, message: ___, ...meaning } = worst.entry ?? {};
  return {
    ...(worst.code !== undefined && { code: worst.code }),
    ...(worst.message !== undefined && { message: worst.message }),
    list: worst.entry ? [meaning] : [],
  };
}

function matches({ codes, message, match }: ErrorEntry, code?: string, words?: string): boolean {
  if (codes && !codes.includes(code ?? "")) return false;
  const known = message?.toLowerCase();
  if (known === undefined) return true;
  if (match === "starts") return words?.startsWith(known) === true;
  return match ? words?.includes(known) === true : words === known;
}

interface ErrorPlace {
  readonly code: Pointer | undefined;
  readonly message: Pointer | undefined;
  /** The place of the code, as the table has it. */
  readonly from: Pointer | undefined;
}

/** Where each error of an answer stands: one for each item of a list, else one. */
function placesOf({ code, message }: ErrorTable, exact: unknown): [ErrorPlace, ...ErrorPlace[]] {
  const first = (places: ErrorTable["code"]) =>
    [places ?? []].flat().find((at) => textsAt(exact, at).length > 0);
  const [codeAt, messageAt] = [first(code), first(message)];
  const list = listOf(codeAt) ?? listOf(messageAt);
  const own: ErrorPlace = { code: codeAt, message: messageAt, from: codeAt };
  if (list === undefined) return [own];
  const inItem = (at: Pointer | undefined, item: number) =>
    listOf(at) === list ? at?.replace(`${list}/*`, () => `${list}/${item}`) : at;
  const [items] = valuesAt(exact, list) as [unknown[]];
  const [one = own, ...more] = items.slice(0, mostErrors + 1).map((_, item) => ({
    code: inItem(codeAt, item),
    message: inItem(messageAt, item),
    from: codeAt,
  }));
  return [one, ...more];
}

/** The list before the first `*` of a pointer. */
const listOf = (at: Pointer | undefined): Pointer | undefined =>
  /^(.*?)\/\*(?:\/|$)/.exec(at ?? "")?.[1];
