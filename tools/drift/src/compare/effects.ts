/** What a change of the page means for users of the client: the table of docs/when-documentation-changes.md. */
import type { Change, Effect } from "./change.ts";

export interface Judgement {
  readonly effect: Effect;
  readonly reason: string;
}

export interface Around {
  /** A table of the page lists the field that an example shows. */
  listed(subject: string): boolean;
  /** An example shows the field in another object than before. */
  moved(subject: string): boolean;
  /** The spec's line holds the change already: the type, the word or the code is in it. */
  held(change: Change): boolean;
  /** The spec has this error's code. */
  known(code: string): boolean;
  /** The spec decides by this error's words. */
  byMessage(code: string): boolean;
}

const judge = (effect: Effect, reason: string): Judgement => ({ effect, reason });

export function effectOf(change: Change, around: Around): Judgement {
  const [head = ""] = /^[^./]+/.exec(change.subject) ?? [];
  if (change.kind === "renamed" && change.formerly !== undefined) return renamed(change, around);
  const aspect = aspectOf(change);
  switch (head) {
    case "operation":
    case "host":
      if (aspect === "deprecated") return judge("patch", "callers are to be warned");
      if (aspect === "path" && change.kind === "removed")
        return judge("major", "the call is no longer documented");
      if (change.kind === "added" && around.held(change))
        return judge("none", "the spec says so already");
      return judge(
        "major",
        `requests go to another ${aspect === "method" ? "method" : aspect === "path" ? "path" : "host"}; callers' allow-lists and recordings break`,
      );
    case "answer":
      return change.kind === "added"
        ? judge("minor", "one documented answer more; see how the spec judges it")
        : judge("patch", "the documentation only; clients judge it as before");
    case "page":
      return judge("patch", "README and package.json name the version that is followed");
    case "list":
      return judge("patch", "a rule in words; clients do not enforce it");
    case "error":
      return errorEffect(change, around);
    case "example":
      return exampleEffect(change, around);
    default:
      return change.whole ? fieldEffect(change, head) : aspectEffect(change, head, aspect);
  }
}

const aspectOf = ({ before, after }: Change) => after[0]?.aspect ?? before[0]?.aspect ?? "";

function renamed(change: Change, around: Around): Judgement {
  if (change.subject.startsWith("list."))
    return judge("patch", "a rule in words; clients do not enforce it");
  if (
    change.subject.startsWith("example.") &&
    around.listed(change.subject) &&
    around.listed(change.formerly ?? "")
  ) {
    return judge("none", "an example alone");
  }
  return judge(
    "major",
    change.subject === change.formerly
      ? "a word that callers compare with is another one"
      : "callers use the old name",
  );
}

function fieldEffect({ kind, after }: Change, side: string): Judgement {
  if (side === "response") {
    return kind === "added"
      ? judge("minor", "answers have one field more")
      : judge("major", "callers that read the field break");
  }
  if (kind === "removed") return judge("major", "callers that send it break");
  const required = after.find(({ aspect }) => aspect === "required")?.value;
  if (required === "no") return judge("minor", "requests can have one field more");
  if (required === "yes") return judge("major", "every caller has to send it");
  return judge(
    "major",
    required === "conditional"
      ? "some callers have to send it"
      : "whether it has to be sent is not said, so it is taken for required",
  );
}

function aspectEffect(change: Change, side: string, aspect: string): Judgement {
  const [was, is] = [change.before[0]?.value, change.after[0]?.value];
  const [kind = "", word = ""] = /^(\w+)\.?(.*)$/.exec(aspect)?.slice(1) ?? [];
  if (limits.test(kind)) return limitEffect(change, side, kind, was, is);
  switch (kind) {
    case "place":
    case "value":
      return judge("major", "it travels otherwise than callers send it");
    case "type":
      return typeEffect(side, was, is);
    case "nullable":
      return (change.kind === "added") === (side === "request")
        ? judge("minor", side === "request" ? "it can be null now" : "it is never null now")
        : judge("major", side === "request" ? "callers that send null break" : "callers read null");
    case "unit":
    case "decimals":
      return judge("major", "the same figure means another amount");
    case "format":
    case "zone":
      return judge("major", "the same text means another moment");
    case "required":
    case "requiredWhen":
      return requiredEffect(change, side, was, is);
    case "enum":
    case "member":
      return wordEffect(change, side, kind, word);
    case "default":
      return side === "request"
        ? judge("major", "requests that leave it out mean something else")
        : judge("patch", "the documentation only");
    case "deprecated":
      return judge("patch", "callers are to be warned");
    default:
      return judge("none", "no statement that clients rely on");
  }
}

const limits = /^(?:pattern|multipleOf|(?:exclusiveM|m)(?:in|ax)(?:imum|Length|Items))$/;

/** More types may be sent, or fewer are read. */
function typeEffect(side: string, was: string | undefined, is: string | undefined): Judgement {
  const [before, now] = [was, is].map((types) => types?.split("|") ?? []);
  const [less, more] = side === "request" ? [before, now] : [now, before];
  const isWithin = (less?.length ?? 0) > 0 && less?.every((type) => more?.includes(type));
  const verb = side === "request" ? "send" : "read";
  if (isWithin) return judge("minor", `what callers ${verb} is one of the types that it can be`);
  return judge("major", `callers ${verb} another type`);
}

function requiredEffect(
  change: Change,
  side: string,
  was: string | undefined,
  is: string | undefined,
): Judgement {
  const aspect = aspectOf(change);
  if (aspect === "requiredWhen") {
    return side === "request"
      ? judge("major", "who has to send it changed")
      : judge("major", "when it is there changed");
  }
  if (side === "request") {
    if (is === "no") return judge("minor", "it can be left out now");
    if (was === "yes") return judge("minor", "it can be left out in some cases now");
    return judge("major", "callers that leave it out break");
  }
  if (is === "yes") return judge("minor", "it is always there now");
  if (is === undefined && was === "no") {
    return judge("minor", "it is no longer said to be missing at times");
  }
  return judge("major", "it may be missing, and callers rely on it");
}

function limitEffect(
  { kind }: Change,
  side: string,
  aspect: string,
  was: string | undefined,
  is: string | undefined,
): Judgement {
  if (side === "response")
    return judge("patch", "answers are not held to it; the documentation only");
  const tighter =
    kind === "added" ||
    (kind === "changed" && /pattern|multipleOf/.test(aspect)) ||
    (kind === "changed" &&
      (/max/i.test(aspect) ? Number(is) < Number(was) : Number(is) > Number(was)));
  return tighter
    ? judge("patch", "what the provider refuses is refused before sending; worth a note")
    : judge("minor", "requests can hold more than before");
}

function wordEffect({ kind }: Change, side: string, aspect: string, word: string): Judgement {
  const what = aspect === "enum" ? `the word ${word}` : `the field ${word}`;
  if (kind === "removed")
    return judge("major", `callers that ${side === "request" ? "send" : "expect"} ${what} break`);
  if (aspect === "member" && side === "request")
    return judge("major", "whether it has to be sent is not said, so it is taken for required");
  return judge(
    "minor",
    side === "request"
      ? `callers can send ${what}`
      : `answers can have ${what}; words are open, so an unknown one was read before`,
  );
}

function errorEffect(change: Change, around: Around): Judgement {
  const code = change.subject.slice("error.".length);
  if (change.kind === "added" && around.held(change))
    return judge("none", "the client decides by this code already");
  if (change.whole && change.kind === "added")
    return judge(
      "minor",
      "one documented code more; codes are open, so it was read as unknown before",
    );
  if (change.whole && !around.known(code))
    return judge("none", "the client does not have the code");
  if (change.whole)
    return judge("major", "the code is in the client's types, and callers compare with it");
  if (around.byMessage(code)) return judge("major", "the client decides by these words");
  return judge("patch", "words for people; clients decide by the code");
}

function exampleEffect(change: Change, around: Around): Judgement {
  const response = change.subject.startsWith("example.response");
  if (
    change.after.some(({ aspect }) => aspect === "value") ||
    change.before.some(({ aspect }) => aspect === "value")
  ) {
    if (change.kind === "changed" && !around.held(change))
      return judge("major", "the client decides by this word, and does not know the new one");
    if (change.kind === "added" && !around.held(change))
      return judge("minor", "a word that the client does not know");
  }
  if (around.listed(change.subject)) {
    if (change.kind === "changed" && !around.held(change))
      return judge("major", "the example shows a type that the client does not have");
    if (around.moved(change.subject))
      return judge("major", "the example has it in another object than before");
    return judge("none", "an example alone; the table says what it said");
  }
  if (change.kind === "added") {
    return response
      ? judge("minor", "answers have one field more, in the example only")
      : judge(
          "major",
          "requests have one field more in the example only; whether it has to be sent is not said",
        );
  }
  if (change.kind === "changed" && around.held(change))
    return judge("none", "the client knows it already");
  return judge("major", "only the example showed it");
}
