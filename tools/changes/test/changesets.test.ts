/** What is written, what is respected, what fails. Specs alone are edited here: nothing has to be compiled. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeRepo, program, type Repo } from "./support/repo.ts";

const spec = "specs/fjordpay.yaml";
const own = ".changeset/changes-fjordpay.md";
const facade = ".changeset/changes-refunds.md";
const hand = ".changeset/by-hand.md";

let repo: Repo;

beforeEach(async () => {
  repo = await makeRepo();
  repo.release();
}, 120_000);

afterEach(() => repo.remove());

const minor = () => repo.edit(spec, "maxLength: 140", "maxLength: 200");
const major = () => repo.edit(spec, "required: [amount]", "required: [amount, reason]");
const byHand = (bump: string, name = "@refunds/fjordpay") =>
  repo.write(hand, `---\n"${name}": ${bump}\n---\n\nBy hand.\n`);
const files = () => repo.git("status", "--short", "-uall", ".changeset").trim();

describe("writing", () => {
  test("an invalid spec: nothing is compared or written, and the generator's reason is said", async () => {
    repo.write(spec, `${repo.read(spec)}x-nonsense: 1\n`);
    const { status, stderr } = await repo.changes();
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^Cannot compare\.\nspecs\/fjordpay\.yaml:\d+:\d+ {2}.*x-nonsense.*\n(?:.*\n)*\d+ problems?; nothing was compared\.\n$/,
    );
    expect(files()).toBe("");
  });

  test("nothing changed: nothing is written", async () => {
    expect((await repo.changes()).status).toBe(0);
    expect((await repo.changes("--check")).status).toBe(0);
    expect(files()).toBe("");
  });

  test("the same changes make the same bytes, and no second file", async () => {
    minor();
    expect((await repo.changes()).stdout).toContain(`wrote ${own}`);
    const text = repo.read(own);
    expect(text).toBe(
      '---\n"@refunds/fjordpay": minor\n---\n\n`reason` may be up to 200 characters long.\n',
    );
    expect(repo.read(facade)).toBe(
      '---\n"refunds": minor\n---\n\n`@refunds/fjordpay`: `reason` may be up to 200 characters long.\n',
    );
    const before = files();
    expect((await repo.changes()).stdout).not.toMatch(/^(wrote|changed|deleted) /m);
    expect(repo.read(own)).toBe(text);
    expect(files()).toBe(before);
  });

  test("what it wrote before is replaced, and deleted where nothing is left to say", async () => {
    minor();
    await repo.changes();
    major();
    expect((await repo.changes()).stdout).toContain(`changed ${own}`);
    expect(repo.read(own)).toContain('"@refunds/fjordpay": major');
    repo.git("checkout", "--", spec);
    expect((await repo.changes()).stdout).toContain(`deleted ${own}`);
    expect(files()).toBe("");
  });

  test("what people wrote is left alone", async () => {
    minor();
    byHand("patch");
    await repo.changes();
    expect(repo.read(hand)).toContain("patch");
    expect(repo.read(own)).toContain("minor");
  });
});

describe("checking", () => {
  test("a missing changeset fails, for the provider and for the aggregate", async () => {
    minor();
    const { status, stderr } = await repo.changes("--check");
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /@refunds\/fjordpay needs a changeset, a minor at least: `reason` may be up to 200 characters long \(specs\/fjordpay\.yaml:\d+; /,
    );
    expect(stderr).toContain("\nrefunds needs a changeset, a minor at least:");
    expect(files()).toBe("");
  });

  test("one that claims less fails, unless another one claims enough", async () => {
    major();
    byHand("minor");
    const { status, stderr } = await repo.changes("--check");
    expect(status).toBe(1);
    expect(stderr).toContain(
      ".changeset/by-hand.md calls @refunds/fjordpay a minor, but it is a major: `reason` is required (",
    );
    await repo.changes();
    expect((await repo.changes("--check")).status).toBe(0);
  });

  test("one that claims enough needs no other, and the aggregate follows it", async () => {
    minor();
    repo.write(hand, '---\n"@refunds/fjordpay": minor\n"refunds": minor\n---\n\nBy hand.\n');
    expect((await repo.changes("--check")).status).toBe(0);
  });

  test("one that claims more is respected, and the aggregate claims as much", async () => {
    minor();
    byHand("major");
    const { status, stderr } = await repo.changes("--check");
    expect(status).toBe(1);
    expect(stderr).toContain("refunds needs a changeset, a major at least");
    expect(stderr).not.toContain("@refunds/fjordpay needs");
    await repo.changes();
    expect(repo.read(facade)).toContain('"refunds": major');
    expect(repo.read(own)).toContain('"@refunds/fjordpay": minor');
  });

  test("what was written before and is not true any more fails", async () => {
    minor();
    await repo.changes();
    repo.edit(spec, "maxLength: 200", "maxLength: 300");
    const { status, stderr } = await repo.changes("--check");
    expect(status).toBe(1);
    expect(stderr).toContain(`${own} is not what the changes are now. Run: npm run changes`);
    repo.git("checkout", "--", spec);
    expect((await repo.changes("--check")).stderr).toContain(
      `${own} describes changes that no longer exist.`,
    );
  });

  test("what changesets would refuse later is refused now", async () => {
    byHand("minor", "@refunds/fjordpy");
    expect(await repo.changes("--check")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        `${hand} names @refunds/fjordpy, which is not a package of this repository`,
      ),
    });
    repo.write(hand, "By hand.\n");
    expect(await repo.changes("--check")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`${hand} is not a valid changeset`),
    });
  });
});

test("a new provider without a changeset gets its first one", async () => {
  repo.write("packages/southpay/package.json", JSON.stringify({ version: "0.0.0" }));
  const text = repo
    .read(spec)
    .replaceAll("fjordpay", "southpay")
    .replaceAll("Fjordpay", "Southpay");
  repo.write("specs/southpay.yaml", text);
  await repo.generate();
  await repo.changes();
  expect(repo.read(".changeset/changes-southpay.md")).toBe(
    '---\n"@refunds/southpay": minor\n---\n\nFirst release.\n',
  );
  expect(repo.read(facade)).toContain("`@refunds/southpay`: First release.");
}, 120_000);

test("words of the command line", async () => {
  const { status, stdout } = repo.run(process.execPath, ...program, "--help");
  expect(status).toBe(0);
  for (const word of ["--check", "--since", "--json", "Exits 0"]) expect(stdout).toContain(word);
  expect(repo.run(process.execPath, ...program, "--chek")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Did you mean --check?"),
  });
});
