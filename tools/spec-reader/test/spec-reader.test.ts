import { expect, test } from "vitest";
import {
  eachLeaf,
  ProblemsFound,
  placeOf,
  pointerOf,
  printProblem,
  readSpec,
  resolve,
  suggest,
  tokensOf,
  valueAt,
} from "../src/index.ts";

const text = `openapi: 3.1.0
paths:
  /refunds/{id}:
    post:
      parameters:
        - { name: id, in: path }
        - $ref: "#/components/parameters/Key"
      responses:
        200: { description: Done. }
components:
  parameters:
    Key: { $ref: "#/components/parameters/Written" }
    Written: { name: Idempotency-Key, in: header }
    Round: { $ref: "#/components/parameters/Circle" }
    Circle: { $ref: "#/components/parameters/Round" }
`;
const spec = readSpec("specs/acme.yaml", text);
const post = ["paths", "/refunds/{id}", "post"];

test("every place has its line; one that is not in the file has its nearest parent's", () => {
  expect(spec.lineOf([])).toBe(1);
  expect(spec.lineOf(post)).toBe(4);
  expect(spec.lineOf([...post, "parameters", 1])).toBe(7);
  expect(spec.lineOf([...post, "parameters", 1, "schema", "type"])).toBe(7);
  expect(spec.lineOf([...post, "responses", "200", "description"])).toBe(9);
});

test("a problem prints where it is, what is wrong and what to do", () => {
  const problem = spec.problem([...post, "parameters", 0, "in"], '"path" is wrong', "use query");
  expect(printProblem(problem)).toBe('specs/acme.yaml:6:27  "path" is wrong; use query');
  const atKey = spec.problem([...post, "parameters", 0, "in"], "a", "b", "key");
  expect(printProblem(atKey)).toBe("specs/acme.yaml:6:23  a; b");
});

test("problems come sorted, each once, with what they mean for the run", () => {
  const one = spec.problem(["components"], "a", "b");
  const two = spec.problem(["paths"], "c", "d");
  const { message } = new ProblemsFound([one, two, one], "nothing was written");
  expect(message).toBe(
    "specs/acme.yaml:2:1  c; d\nspecs/acme.yaml:10:1  a; b\n\n2 problems; nothing was written.",
  );
});

test.each([
  ["a: [1", /^specs\/acme\.yaml:1:\d+ {2}this is not valid YAML; /],
  ["a: 1\na: 2", /^specs\/acme\.yaml:2:1 {2}this is not valid YAML; .*unique/],
  ["- a", "specs/acme.yaml:1:1  this is not a spec; write a mapping: openapi, info, paths, ..."],
  ["", "specs/acme.yaml:1:1  this is not a spec; write a mapping: openapi, info, paths, ..."],
])("%j is refused", (broken, message) => {
  expect(() => readSpec("specs/acme.yaml", broken)).toThrow(message);
});

test("JSON is read as YAML is", () => {
  const json = readSpec("openapi.json", '{\n  "a": {\n    "b": 1\n  }\n}');
  expect(json.root).toEqual({ a: { b: 1 } });
  expect(json.lineOf(["a", "b"])).toBe(3);
});

test("a reference is followed to what it stands for, through other references", () => {
  const { value, at } =
    resolve<object>(spec.root, { $ref: "#/components/parameters/Key" }, []) ?? {};
  expect(value).toEqual({ name: "Idempotency-Key", in: "header" });
  expect(at).toEqual(["components", "parameters", "Written"]);
  expect(resolve(spec.root, { a: 1 }, ["x"])).toEqual({ value: { a: 1 }, at: ["x"] });
});

test("a reference into a path and a list is unescaped", () => {
  const ref = "#/paths/~1refunds~1%7Bid%7D/post/parameters/0";
  expect(resolve(spec.root, { $ref: ref }, [])).toEqual({
    value: { name: "id", in: "path" },
    at: [...post, "parameters", 0],
  });
});

test.each([
  "#/components/parameters/Kye",
  "#/components/parameters/Round",
  "#/components/toString",
  "#/components/%",
  "other.yaml#/components/parameters/Key",
])("the reference %s leads nowhere", ($ref) => {
  expect(resolve(spec.root, { $ref }, [])).toBeUndefined();
});

test("a pointer leads back to the place it was written from", () => {
  const at = ["paths", "a~1/b", 0];
  expect(pointerOf(at)).toBe("/paths/a~01~1b/0");
  expect(tokensOf("/paths/a~01~1b/0")).toEqual(["paths", "a~1/b", "0"]);
  expect(placeOf({ paths: { "a~1/b": [1] } }, pointerOf(at))).toEqual(at);
  expect(valueAt({ paths: { "a~1/b": [1] } }, at)).toBe(1);
});

test("every leaf comes with its pointer", () => {
  const seen: [unknown, string][] = [];
  eachLeaf({ "a/b": [null, "x"] }, "", [], (value, pointer) => seen.push([value, pointer]));
  expect(seen).toEqual([
    [null, "/a~1b/0"],
    ["x", "/a~1b/1"],
  ]);
});

test.each([
  ["partail", ["partial", "repeated"], 'did you mean "partial"?'],
  ["x", ["partial", "repeated"], "there are partial, repeated"],
  ["x", [], "there are none"],
])("advice for %s", (word, known, advice) => {
  expect(suggest(word, known)).toBe(advice);
});
