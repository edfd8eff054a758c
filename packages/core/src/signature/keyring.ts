/** The keys of composed signatures, each imported once for each client. */
import type { Values } from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { LoadKey } from "./sign.ts";
import type { KeyUse } from "./signature-table.ts";

/** The key that signs for a client, or the problem with it. */
export type KeyOf = (credentials: Values, how: KeyUse) => Promise<CryptoKey | Problem>;

/** Importing a key takes several times longer than signing, so each client imports its key once. */
export function keyring(load: LoadKey): KeyOf {
  const keys = new WeakMap<Values, Record<string, ReturnType<LoadKey>>>();
  return async (credentials, how) => {
    const { key: name = "", algorithm, keyEncoding } = how;
    const own = keys.get(credentials) ?? {};
    keys.set(credentials, own);
    // One secret can be two keys: an HMAC key is bound to its hash.
    const id = name + algorithm + keyEncoding;
    own[id] ??= load(String(credentials[name]), how).catch(() => "cannot be read as a key");
    const key = await own[id];
    return typeof key === "string"
      ? { field: name.replace("credentials.", ""), message: key }
      : key;
  };
}
