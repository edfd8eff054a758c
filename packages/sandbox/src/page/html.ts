/** HTML that is safe to put into HTML. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A template whose values are escaped unless they are `Html`; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  const markup = parts.map((part, at) => part + (at < values.length ? inserted(values[at]) : ""));
  return new Html(markup.join(""));
}

function inserted(value: unknown): string {
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(inserted).join("");
  return String(value ?? "").replaceAll(/[&<>"']/g, (character) => entities[character] as string);
}
