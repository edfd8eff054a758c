/** Security schemes are of a kind that can be sent, and name what they send. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import {
  credentialNames,
  type Operation,
  operationsOf,
  placeOfScheme,
  securityOf,
  sourceOf,
} from "../openapi/operations.ts";
import type { RawSecurityScheme } from "../openapi/raw-access.ts";
import type { SpecFile } from "../read.ts";

/** @param gives the credential that a token call obtains */
export function checkSecurity(
  spec: SpecFile,
  root: OpenApi,
  operation: Operation,
  gives: string | undefined,
): void {
  const own = operation.raw.security;
  const at = own ? [...operation.at, "security"] : ["security"];
  const requirements = own ?? root.security ?? [];
  const known = Object.keys(root.components?.securitySchemes ?? {});
  for (const [index, requirement] of requirements.entries()) {
    for (const name of Object.keys(requirement)) {
      if (!known.includes(name))
        spec.report(
          [...at, index, name],
          `there is no security scheme "${name}"`,
          suggest(name, known),
          "key",
        );
    }
  }
  if (requirements.length > 1) {
    spec.report(
      at,
      "alternatives of security are not supported",
      "describe the one to send, and its credentials in x-credentials",
      "key",
    );
  }
  const taken = new Map<string, string>();
  for (const { name, scheme, at: schemeAt } of securityOf(root, operation)) {
    checkScheme(spec, name, scheme, schemeAt);
    checkBasic(spec, root, scheme, schemeAt, gives);
    if (scheme.type === "oauth2") checkOauth2(spec, root, scheme, schemeAt, gives);
    const place = placeOfScheme(scheme).toLowerCase();
    const other = taken.get(place);
    if (other !== undefined) {
      const what = `"${name}" fills ${placeOfScheme(scheme)}, which "${other}" already fills`;
      spec.report(schemeAt, what, "a place holds one value", "key");
    }
    taken.set(place, name);
  }
}

function checkScheme(spec: SpecFile, name: string, scheme: RawSecurityScheme, at: At): void {
  const kind = [scheme.type, (scheme.scheme ?? scheme.in)?.toLowerCase()].filter(Boolean).join(" ");
  const supported = [
    "http bearer",
    "http basic",
    "oauth2",
    "apiKey header",
    "apiKey query",
  ].includes(kind);
  if (!supported) {
    spec.report(
      at,
      `security scheme "${name}" (${kind}) is not supported`,
      "use http bearer or basic, oauth2, or apiKey in header or query, with x-token where a token is obtained",
      "key",
    );
  }
  if (scheme["x-prefix"] !== undefined && kind !== "apiKey header") {
    spec.report(
      [...at, "x-prefix"],
      `x-prefix belongs to an apiKey in a header, not to ${kind}`,
      scheme.type === "http" ? "remove it: it is sent by itself" : "remove it",
      "key",
    );
  }
  const isPair = typeof scheme["x-credential"] !== "string";
  if (supported && isPair !== (kind === "http basic")) {
    spec.report(
      [...at, "x-credential"],
      isPair ? `${kind} sends one credential` : "http basic sends a user name and a password",
      isPair ? "name it" : 'write { username: <credential>, password: <credential> or "" }',
    );
  }
}

/** What HTTP Basic sends is made when the client is made, of what the caller gave, and something in it is secret. */
function checkBasic(
  spec: SpecFile,
  root: OpenApi,
  scheme: RawSecurityScheme,
  schemeAt: At,
  gives: string | undefined,
): void {
  if (typeof scheme["x-credential"] === "string") return;
  const at = [...schemeAt, "x-credential"];
  const names = credentialNames(sourceOf(scheme));
  const found = names.flatMap((name) => root["x-credentials"].flatMap((set) => set[name] ?? []));
  if (gives !== undefined && names.includes(gives)) {
    spec.report(
      at,
      `"${gives}" is obtained, and HTTP Basic is made of what you have`,
      "use http bearer",
    );
  }
  if (found.some(({ schema }) => schema.format === "rsa-private-key")) {
    spec.report(at, "a private key never leaves", "name it in sign.key");
  }
  if (found.length > 0 && !found.some(({ secret }) => secret)) {
    spec.report(
      at,
      `none of ${names.join(" and ")} is secret`,
      "mark the secret one with secret: true",
    );
  }
}

/** The flow says where a token is obtained, and so does the token call. */
function checkOauth2(
  spec: SpecFile,
  root: OpenApi,
  { flows = {}, "x-credential": credential }: RawSecurityScheme,
  at: At,
  gives: string | undefined,
): void {
  for (const name of Object.keys(flows).filter((flow) => flow !== "clientCredentials")) {
    const advice = "use clientCredentials, or http bearer for a token that the caller gives";
    spec.report([...at, "flows", name], `the flow ${name} is not supported`, advice, "key");
  }
  const token = operationsOf(root).find(({ kind }) => kind === "token");
  if (!token || gives !== credential) {
    const what = `no operation obtains "${credential}"`;
    spec.report([...at, "x-credential"], what, "describe the one that does with x-token");
    return;
  }
  const tokenUrl = flows.clientCredentials?.tokenUrl;
  const servers = token.raw.servers ?? root.servers;
  const urls = servers.map(({ url }) => url.replace(/\/+$/, "") + token.path);
  if (tokenUrl === undefined || urls.includes(tokenUrl) || tokenUrl === token.path) return;
  spec.report(
    [...at, "flows", "clientCredentials", "tokenUrl"],
    `a token is obtained at ${urls.join(" or ")}, and not at ${tokenUrl}`,
    "correct one of them",
  );
}
