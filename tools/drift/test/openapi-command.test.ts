/** A published OpenAPI file, as a person checks it. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { repoWith, run } from "./command.ts";
import { published, yaml } from "./oriole.ts";

let root = "";
beforeAll(() => {
  root = repoWith("oriole");
  writeFileSync(join(root, "specs/oriole.yaml"), yaml);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("more than 13,000 lines take seconds, and need no reading", () => {
  const document = parse(published) as { paths: object };
  const others = Array.from({ length: 800 }, (_, at) => [
    `/v1/things/${at}`,
    {
      post: {
        parameters: [{ name: "a", in: "query", schema: { type: "string" } }],
        responses: {
          200: {
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    id: { type: "string" },
                    of: { $ref: "#/components/schemas/Refund" },
                  },
                },
              },
            },
          },
        },
      },
    },
  ]);
  const large = stringify({
    ...document,
    paths: { ...document.paths, ...Object.fromEntries(others) },
  });
  expect(large.split("\n").length).toBeGreaterThan(13_000);
  writeFileSync(join(root, "openapi.yaml"), large);
  writeFileSync(
    join(root, "openapi.json"),
    JSON.stringify(parse(large.replace("- DONE", "- OVER"))),
  );
  const started = performance.now();
  expect(run(root, "accept", "oriole", "openapi.yaml")).toMatchObject({ code: 0, err: "" });
  expect(run(root, "check", "oriole", "openapi.yaml")).toMatchObject({
    code: 0,
    out: expect.stringContaining("OpenAPI"),
  });
  expect((performance.now() - started) / 2).toBeLessThan(5_000);
  expect(run(root, "check", "oriole", "openapi.json")).toMatchObject({
    code: 1,
    out: expect.stringContaining("response.status: enum.OVER, was enum.DONE (looks renamed)"),
  });
});

test("a file that breaks off is not read", () => {
  writeFileSync(join(root, "cut.json"), JSON.stringify(parse(published)).slice(0, 900));
  expect(run(root, "check", "oriole", "cut.json")).toMatchObject({
    code: 2,
    err: expect.stringContaining("cut.json is not a whole OpenAPI file"),
  });
});
