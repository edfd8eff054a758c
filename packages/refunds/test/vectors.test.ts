import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import {
  runFetchVectors,
  runVectors,
  type VectorFactory,
  type VectorFetchFactory,
  type VectorResult,
  type Vectors,
} from "@refunds/testing/vectors";
import { providers } from "refunds";
import { describe, expect, test } from "vitest";

const specs = new URL("../../../specs/", import.meta.url);
const named = (folder: URL, extension: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension));

const names = named(specs, ".yaml");

const withVectors = named(new URL("vectors/", specs), ".json");

test("every provider has wire vectors, and every file of vectors a provider", () => {
  const step = "Write specs/vectors/<provider>.json by hand: step 4 in docs/adding-a-provider.md";
  expect(withVectors, step).toEqual(names);
  expect(Object.keys(providers).sort()).toEqual(names);
});

describe.each(names.filter((name) => withVectors.includes(name)))("%s", async (name) => {
  const factory = (providers as Record<string, VectorFactory>)[name] as VectorFactory;
  const file = new URL(`vectors/${name}.json`, specs);
  const vectors: Vectors = JSON.parse(readFileSync(file, "utf8"));
  const results = await runVectors(vectors, factory);

  test.each(results)("$kind: $name", ({ problems }) => expect(problems).toEqual([]));

  const entry = new URL(`../packages/${name}/src/fetch.ts`, specs);
  const module = await import(/* @vite-ignore */ entry.href);
  const fetchFactory: VectorFetchFactory = module[`${name}FetchClient`];
  const fetched = await runFetchVectors(vectors, fetchFactory);

  test.each(fetched)("openapi-fetch, $kind: $name", ({ problems }) => expect(problems).toEqual([]));

  test("every vector is run through openapi-fetch, too", () => {
    expect(fetched.map((each) => each.name)).toEqual(results.map((each) => each.name));
  });

  test("every request and every answer can fail through openapi-fetch, too", async () => {
    const elsewhere = { ...vectors, operation: { path: "/elsewhere" } };
    const wrongPath = await runFetchVectors(elsewhere, fetchFactory);
    expect(wrongPath.slice(1).filter(({ problems }) => problems.length === 0)).toEqual([]);
    const requests = vectors.requests.map(({ expect, ...vector }) => ({
      ...vector,
      expect: { ...expect, headers: { ...expect.headers, "x-more": "1" } },
    }));
    const wrongBytes = await runFetchVectors({ ...vectors, requests }, fetchFactory);
    const failed = wrongBytes.filter(({ problems }) => problems.length > 0);
    expect(failed).toHaveLength(requests.length);
  });

  test("every vector is run", () => {
    expect(vectors.provider).toBe(name);
    expect(results).toHaveLength(1 + vectors.requests.length + vectors.answers.length);
  });

  test("every expectation can fail", async () => {
    const [form, ...spoiled] = await runVectors(spoil(vectors), factory);
    expect(form?.problems).toEqual([]);
    expect(spoiled.filter(({ problems }) => problems.length === 0)).toEqual([]);
  });

  const signed = results.filter((result) => result.signed);
  test("every signature is checked", () =>
    expect(signed).toHaveLength(
      vectors.requests.filter(({ expect }) => JSON.stringify(expect).includes("$signature")).length,
    ));
  test.each(signed)("openssl verifies the signature: $name", verifyWithOpenssl);
});

/** Every vector again and again, each time with another one of its expectations a little different. */
function spoil(vectors: Vectors): Vectors {
  return {
    ...vectors,
    requests: vectors.requests.flatMap(variants),
    answers: vectors.answers.flatMap(variants),
  };
}

function variants<Vector extends { readonly name: string; readonly expect: object }>(
  vector: Vector,
): Vector[] {
  return Object.entries(vector.expect).flatMap(([key, value]) =>
    differentFrom(value).map((different, at) => ({
      ...vector,
      name: `${vector.name}: ${key} ${at}`,
      expect: { ...vector.expect, [key]: different },
    })),
  );
}

function differentFrom(value: unknown): unknown[] {
  if (typeof value === "string") return [`${value} `];
  if (Array.isArray(value)) return [[], [...value, "more"]];
  const headers = Object.entries(value as Record<string, string>);
  return headers.flatMap(([name, text], at) => [
    { ...Object.fromEntries(headers), [name]: `${text}x` },
    Object.fromEntries(headers.toSpliced(at, 1)),
  ]);
}

function verifyWithOpenssl({ signed }: VectorResult): void {
  if (!signed) throw new Error("nothing is signed");
  const folder = mkdtempSync(join(tmpdir(), "signature-"));
  try {
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const key = file("public.pem", signed.publicKey);
    const signature = file("signature", Buffer.from(signed.signature, "base64"));
    const text = file("text", signed.text);
    const args = ["dgst", "-sha256", "-verify", key, "-signature", signature, text];
    expect(execFileSync("openssl", args, { encoding: "utf8" })).toBe("Verified OK\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
