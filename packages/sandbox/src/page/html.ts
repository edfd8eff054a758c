/** Markup that needs no escaping. */
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

/** Template tag that escapes its values unless they are `Html`. Joins arrays. */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  const markup = parts.map((part, at) => part + (at < values.length ? inserted(values[at]) : ""));
  return new Html(markup.join(""));
}

function inserted(value: unknown): string {
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(inserted).join("");
  return String(value ?? "").replaceAll(/[&<>"']/g, (character) => entities[character] as string);
}
