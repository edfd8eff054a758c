/** What a page says, one statement at a time. */

export interface Fact {
  /** Subject and aspect, joined by a dot: the same for the same statement on any page of this provider. */
  readonly id: string;
  /**
   * What the statement is about: `operation`, `host`, `page`, `request.<field>`, `response.<field>`, `error.<code>`,
   * `list.<title>`, or `example.<side>[.<label>]<pointer>`.
   */
  readonly subject: string;
  /**
   * `method`, `path`, `live`, `version`; of a field: `place`, `type`, `required`, `requiredWhen`, `minLength`,
   * `maxLength`, `minimum`, `maximum`, `decimals`, `unit`, `format`, `zone`, `default`, `deprecated`, `enum.<word>`,
   * `member.<name>`; of a code `message`; `listed` where nothing else is said; of an example's field `type` and `value`.
   */
  readonly aspect: string;
  readonly value: string;
  /** The line of the page, in its own words. Never committed. */
  readonly words: string;
  /** The title that it stands under. */
  readonly section?: string;
}

export type Side = "request" | "response";

/** Where a request's field travels; what is answered travels in the body. */
export type Place = "body" | "path" | "query" | "header";

export interface Section {
  readonly title: string;
  readonly units: readonly Unit[];
}

/** A sentence, an entry or a row, whose hash is the same in every format. */
export interface Unit {
  readonly hash: string;
  readonly words: string;
}

/** Something of the page that its reading does not cover, by its name. */
export interface Unread {
  /** `the table under "Errors"`, `the column "HTTP"`. */
  readonly what: string;
  readonly why: string;
  /**
   * `blocks`: what was recorded stood there, so without it the page is not read. `decide`: it may hold fields or codes.
   * `note`: it holds nothing that is recorded elsewhere.
   */
  readonly weight: "blocks" | "decide" | "note";
}

export const notRead = (weight: Unread["weight"], what: string, why: string): Unread => ({
  what,
  why,
  weight,
});

/** Everything that a page says by its reading. */
export interface Said {
  /** In the order of the page, each id once. */
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly unread: readonly Unread[];
}

/** Collects facts in the order of the page; the same statement with two values becomes one with both. */
export class Facts {
  private readonly found = new Map<string, Fact>();
  /** The title that what is added next stands under. */
  section = "";

  add(subject: string, aspect: string, value: string | undefined, words: string): void {
    if (value === undefined) return;
    const id = `${subject}.${aspect}`;
    const before = this.found.get(id);
    const values = new Set([...(before?.value.split(" / ") ?? []), value]);
    const both = [...values].sort().join(" / ");
    this.found.set(id, {
      id,
      subject,
      aspect,
      value: before ? both : value,
      words: before?.words ?? short(words),
      section: this.section,
    });
  }

  /** An object that a table of its fields is about, where no row is. */
  addObject(subject: string, words: string): void {
    if (![...this.found.values()].some((fact) => fact.subject === subject))
      this.add(subject, "listed", "yes", words);
  }

  has(subject: string, aspect: string): boolean {
    return this.found.has(`${subject}.${aspect}`);
  }

  list(): readonly Fact[] {
    return [...this.found.values()];
  }
}

/** As much of the page as a report needs. */
const short = (words: string) => {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};

/** A header's value as far as it is fixed: the scheme of a credential, a media type. */
export function headerValue(name: string, text: string): string | undefined {
  if (/^authorization$/i.test(name))
    return /\b(bearer|basic|digest|hmac|api-key|token)\b/i.exec(text)?.[1]?.toLowerCase();
  if (/^(content-type|accept)$/i.test(name))
    return /[a-z]+\/[a-z0-9.+-]+/i.exec(text)?.[0].toLowerCase();
  return undefined;
}
