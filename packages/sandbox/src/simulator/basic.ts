/** HTTP Basic as a server reads it, and as an example writes it. Without the client's code, so that both cannot share a mistake. */

/** The text in a value of HTTP Basic; undefined if it is not Base64 of UTF-8. */
export function basicText(value: string): string | undefined {
  // atob accepts missing padding and white space, but a provider's decoder may not.
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)) {
    return undefined;
  }
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export const basicOf = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));
