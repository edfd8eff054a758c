/** A fresh RSA pair for one run, and the check of a signature made with it. */

const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

export interface KeyPair {
  /** PKCS#8 in PEM, as a merchant would hold it. */
  readonly privateKey: string;
  /** SPKI in PEM. */
  readonly publicKey: string;
  verify(text: string, signature: string): Promise<boolean>;
  /** In Base64. */
  sign(text: string): Promise<string>;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ["sign", "verify"],
  );
  const [pkcs8, spki] = await Promise.all([
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
    crypto.subtle.exportKey("spki", pair.publicKey),
  ]);
  return {
    privateKey: pem("PRIVATE KEY", pkcs8),
    publicKey: pem("PUBLIC KEY", spki),
    verify: (text, signature) =>
      crypto.subtle.verify(
        algorithm,
        pair.publicKey,
        Uint8Array.from(atob(signature), (char) => char.charCodeAt(0)),
        new TextEncoder().encode(text),
      ),
    sign: async (text) => {
      const bytes = new TextEncoder().encode(text);
      return base64(await crypto.subtle.sign(algorithm, pair.privateKey, bytes));
    },
  };
}

function pem(label: string, der: ArrayBuffer): string {
  const lines = base64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
