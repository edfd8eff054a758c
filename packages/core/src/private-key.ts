/** Loads RSA private keys from PEM, in the two wrappings that openssl writes. */

const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

/** What to do about a PEM that is something else. */
const advice: Record<string, string> = {
  "ENCRYPTED PRIVATE KEY":
    "is encrypted; decrypt it with `openssl pkey -in key.pem -out plain.pem` and keep that as safe as a password",
  "PUBLIC KEY": "is the public half; the private key signs",
  "RSA PUBLIC KEY": "is the public half; the private key signs",
  CERTIFICATE: "is a certificate; the private key signs",
  "OPENSSH PRIVATE KEY":
    "is in OpenSSH's own format; convert a copy with `ssh-keygen -p -m PEM -f copy.pem`",
  "EC PRIVATE KEY": "is an elliptic-curve key; an RSA key is needed",
};

/**
 * The key, or a sentence that completes "the key ..." and says what to do. The sentence never holds any of the PEM.
 * @param bits the modulus length the provider demands
 */
export async function loadPrivateKey(pem: string, bits?: number): Promise<CryptoKey | string> {
  // Environment variables often carry the line breaks as the two characters \n.
  const text = pem.replace(/(?:\\r)?\\n/g, "\n");
  const [, label = "", body = ""] =
    /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]+?)-----END \1-----/.exec(text) ?? [];
  if (label === "") {
    return "must be PEM text that starts with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----";
  }
  if (body.includes("ENCRYPTED")) return advice["ENCRYPTED PRIVATE KEY"] as string;
  const known = advice[label];
  if (known) return known;
  try {
    const der = Uint8Array.from(atob(body.replace(/\s/g, "")), (char) => char.charCodeAt(0));
    const pkcs8 = label === "RSA PRIVATE KEY" ? wrapPkcs1(der) : der;
    const key = await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
    const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm;
    if (bits === undefined || modulusLength === bits) return key;
    return `has ${modulusLength} bits; the provider demands ${bits}: make one with \`openssl genrsa ${bits}\``;
  } catch {
    return "cannot be read; check that it is an RSA key and whole (`openssl rsa -in key.pem -check -noout`)";
  }
}

/** PKCS#8 is PKCS#1 in an envelope that names the algorithm; WebCrypto reads only PKCS#8. */
function wrapPkcs1(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  const versionAndRsa = [2, 1, 0, 48, 13, 6, 9, 42, 134, 72, 134, 247, 13, 1, 1, 1, 5, 0];
  return new Uint8Array(der(48, [...versionAndRsa, ...der(4, [...pkcs1])]));
}

function der(tag: number, content: number[]): number[] {
  const length: number[] = [];
  for (let rest = content.length; rest > 0; rest >>= 8) length.unshift(rest & 255);
  return [tag, ...(content.length < 128 ? length : [128 + length.length, ...length]), ...content];
}
