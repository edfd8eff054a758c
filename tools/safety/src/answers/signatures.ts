/**
 * Caches signatures, because an RSA signature takes longer than the rest of a call. PKCS#1 v1.5 and HMAC are deterministic,
 * so clients send the same bytes as without the cache.
 */
export function rememberSignatures(): void {
  const { subtle } = crypto;
  const { importKey, sign } = subtle;
  const imported = new Map<string, Promise<CryptoKey>>();
  const signed = new WeakMap<CryptoKey, Map<string, Promise<ArrayBuffer>>>();
  const textOf = (data: unknown) => Buffer.from(data as Uint8Array).toString("base64");

  subtle.importKey = ((
    format: "pkcs8",
    data: Uint8Array<ArrayBuffer>,
    ...how: [never, never, never]
  ) => {
    const name = JSON.stringify([format, textOf(data), how]);
    const key = imported.get(name) ?? importKey.call(subtle, format, data, ...how);
    imported.set(name, key);
    return key;
  }) as typeof importKey;

  subtle.sign = (how, key, data) => {
    const known = signed.get(key) ?? new Map<string, Promise<ArrayBuffer>>();
    signed.set(key, known);
    const name = JSON.stringify([how, textOf(data)]);
    const signature = known.get(name) ?? sign.call(subtle, how, key, data);
    known.set(name, signature);
    return signature;
  };
}
