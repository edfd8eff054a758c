/** Rules as core applies them: each names the shapes that are documented for an answer of which it is said. */
import type { Condition, Rule, Shape } from "../core-types.ts";
import { isPresence } from "../presence.ts";
import { elementAt } from "./answer-places.ts";
import { conditionOf } from "./condition.ts";
import type { OpenApi, RawQuery, RawRefund, RawRule, RawToken } from "./document.ts";
import { documentedKinds, type Kind } from "./kinds.ts";
import type { Operation } from "./operations.ts";

/** What a rule says of the answers with some HTTP statuses. */
export interface HeldPart {
  /** A status (`200`), a class (`4XX`), or undefined for all others. */
  readonly http: string | undefined;
  /** The documented kinds that the rule can be about; where nothing is documented for the status, those of all statuses. */
  readonly kinds: readonly Kind[];
  readonly documented: boolean;
  /** An answer without a body is documented. */
  readonly empty: boolean;
}

type When = RawRule["when"];

/** Whether a rule with this meaning confirms what the operation asked for. */
export const isSuccess = (means: string) => !["declined", "by_code", "unknown"].includes(means);

/** A success has one of 2XX, so where that is documented, there are no others. */
const canSucceed = (http: string | undefined, classes: readonly string[]) =>
  http ? http.startsWith("2") : !classes.includes("2XX");

/** A rule by HTTP status, as `responses` says: its code, then its class, then `default`. */
export function partsOf(root: OpenApi, operation: Operation, rule: RawRule): HeldPart[] {
  const { when, means } = rule;
  const documented = documentedKinds(root, operation);
  const known = [...documented.byStatus.keys()];
  const codes = known.filter((key) => /^\d{3}$/.test(key));
  const classes = known.filter((key) => /^\dXX$/.test(key));
  const named = isPresence(when.http ?? "") ? [] : [when.http ?? []].flat().map(String);
  const statuses =
    named.length === 0
      ? [...codes, ...classes, undefined]
      : named.flatMap((one) => [
          ...codes.filter((code) => one.endsWith("XX") && code[0] === one[0]),
          one,
        ]);
  const matters = (http: string | undefined) =>
    named.includes(http ?? "") || !isSuccess(means) || canSucceed(http, classes);
  return [...new Set(statuses)].filter(matters).map((http) => {
    const key = [http ?? "", `${http?.[0]}XX`, "default"].find((one) => known.includes(one));
    const kinds = documented.byStatus.get(key ?? "") ?? [...documented.byStatus.values()].flat();
    return {
      http,
      kinds: candidates(kinds, operation, rule, root),
      documented: key !== undefined,
      empty: operation.empty.some(({ status }) => status === key),
    };
  });
}

/** The kinds that have what the rule asks for, and what is read where it holds. */
function candidates(
  kinds: readonly Kind[],
  operation: Operation,
  { when, means }: RawRule,
  root: OpenApi,
): readonly Kind[] {
  const asked = Object.entries(when).filter(
    ([at, expected]) => at.startsWith("/") && !(isPresence(expected) && !expected.present),
  );
  const fitting = asked.reduce<readonly Kind[]>(
    (left, [at, expected]) => prefer(left.filter(has(at)), names(at, expected)),
    kinds.filter(({ shape }) => !isExcluded(shape, when)),
  );
  if (means === "by_code") {
    const { code = [], message = [] } = root["x-errors"];
    const places = [code, message].flat();
    return fitting.filter((kind) => places.length === 0 || places.some((at) => has(at)(kind)));
  }
  if (!isSuccess(means)) return fitting;
  return placesRead(operation).reduce<readonly Kind[]>(
    (left, at) => prefer(left, has(at)),
    fitting,
  );
}

const has = (at: string) => (kind: Kind) => kind.at(at).length > 0;

/** Whether a kind documents one of the words. Another may have a field of this name, and anything in it. */
const names =
  (at: string, expected: When[string]) =>
  (kind: Kind): boolean =>
    kind.at(at).some(({ const: only, enum: words = [] }) => {
      const documented = [only, ...words].map(String);
      return (
        !isPresence(expected) &&
        [expected]
          .flat()
          .map(String)
          .some((one) => documented.includes(one))
      );
    });

/** Those that are so, if any is. */
function prefer(kinds: readonly Kind[], isSo: (kind: Kind) => boolean): readonly Kind[] {
  const preferred = kinds.filter(isSo);
  return preferred.length > 0 ? preferred : kinds;
}

/** What is read of an answer that confirms what the operation asked for. */
function placesRead({ kind, vocabulary }: Operation): string[] {
  const { echo = {}, refundId = "", find } = vocabulary as Partial<RawRefund & RawQuery>;
  const { token, expires } = vocabulary as RawToken;
  const places =
    kind === "token"
      ? [token, expires.at]
      : [refundId, ...Object.values(echo).map((at) => `${elementAt(find)}${at}`)];
  return places.filter((place) => place.startsWith("/"));
}

/** Whether no answer of the shape meets the condition. */
function isExcluded(shape: Shape, when: When): boolean {
  return Object.entries(when).some(([at, expected]) => {
    const demanded = shape[at];
    if (isPresence(expected)) {
      const below = Object.keys(shape).some((place) => place.startsWith(`${at}/`));
      const isNull = demanded && "type" in demanded && [demanded.type].flat().includes("null");
      return !expected.present && (below || (demanded !== undefined && !isNull));
    }
    if (!demanded) return false;
    const values = [expected].flat().map(String);
    if ("is" in demanded) return !values.includes(String(demanded.is));
    if ("not" in demanded) return values.every((value) => value === String(demanded.not));
    return !values.some((value) => isWritten(value, [demanded.type].flat()));
  });
}

/** Whether a value of one of the types can be this text. */
const isWritten = (text: string, types: readonly string[]) =>
  types.some((type) => {
    if (type === "boolean") return /^(true|false)$/.test(text);
    return (
      type === "string" || (/^(integer|number)$/.test(type) && text !== "" && !Number.isNaN(+text))
    );
  });

/** The rule, in as many rules as its HTTP statuses have different shapes. */
export function heldRules<Meaning extends string>(
  root: OpenApi,
  operation: Operation,
  raw: RawRule,
): Rule<Meaning>[] {
  const { shapes } = documentedKinds(root, operation);
  const when = conditionOf(raw.when);
  const parts = partsOf(root, operation, raw).map((part) => {
    const said = saidOf<Meaning>(part, raw, shapes);
    return { http: part.http, said, text: JSON.stringify(said) };
  });
  const around = (http: string | undefined) =>
    parts.find((part) => part.http !== http && part.http === `${http?.[0]}XX`) ??
    parts.find((part) => part.http !== http && part.http === undefined);
  const own = parts.filter(({ http, text }) => around(http)?.text !== text);
  const breadthOf = (said: string) =>
    Math.max(...own.filter(({ text }) => text === said).map(({ http }) => breadth(http)));
  // What is said of codes and of their class, too, comes after the other codes, so that one rule can say it.
  const ordered = own.toSorted(
    (one, other) =>
      breadth(one.http) - breadth(other.http) ||
      breadthOf(one.text) - breadthOf(other.text) ||
      one.text.localeCompare(other.text),
  );
  const rules: { readonly said: (typeof own)[0]; readonly statuses: (string | undefined)[] }[] = [];
  for (const part of ordered) {
    const last = rules.at(-1);
    if (last?.said.text === part.text) last.statuses.push(part.http);
    else rules.push({ said: part, statuses: [part.http] });
  }
  const { http: _, ...fields } = when;
  return rules.map(({ said, statuses }) => ({
    when: rules.length === 1 ? when : { ...statusesOf(statuses), ...fields },
    ...said.said,
  }));
}

/** Codes before classes before all others: the first rule that holds counts. */
const breadth = (http: string | undefined) => (http?.endsWith("XX") ? 1 : http ? 0 : 2);

function statusesOf(statuses: readonly (string | undefined)[]): Condition {
  const [first] = statuses;
  const known = statuses.filter((status) => status !== undefined);
  if (first === undefined || known.length < statuses.length) return {};
  return { http: known.length === 1 ? first : known };
}

/** What a rule says of one HTTP status. Where nothing documented is what it asks for, it says nothing. */
function saidOf<Meaning extends string>(
  part: HeldPart,
  { when, means, reason, repeat }: RawRule,
  shapes: readonly Shape[],
): Omit<Rule<Meaning>, "when"> {
  if (means === "unknown" || !canBeMet(part, means)) return { means: "unknown" };
  const of = [...new Set(part.kinds.map(({ position }) => position))];
  const others = shapes.filter((_, position) => !of.includes(position));
  return {
    means: means as Meaning,
    ...(reason && reason !== "unspecified" && { reason }),
    ...(repeat && { repeat }),
    ...(!others.every((shape) => isExcluded(shape, when)) && { of }),
  };
}

/** Whether a documented answer is what the rule asks for. A success needs one that is documented for its own status. */
export function canBeMet({ kinds, documented, empty }: HeldPart, means: string): boolean {
  if (isSuccess(means) && !documented) return false;
  return kinds.length > 0 || (empty && means !== "by_code");
}
