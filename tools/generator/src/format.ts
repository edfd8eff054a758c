/** One run of the project's own formatter over everything that was printed. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const repo = fileURLToPath(new URL("../../../", import.meta.url));

/** The binary itself: its wrapper would cost one more Node start. */
function biome(): string {
  const wrapper = createRequire(join(repo, "package.json")).resolve("@biomejs/biome/package.json");
  const suffix = process.platform === "win32" ? ".exe" : "";
  return createRequire(wrapper).resolve(
    `@biomejs/cli-${process.platform}-${process.arch}/biome${suffix}`,
  );
}

const formatted = /\.(ts|json)$/;

/** The same map with every TypeScript and JSON file as `biome check` wants it. */
export async function format(files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "generate-"));
  try {
    const { formatter, javascript } = JSON.parse(await readFile(join(repo, "biome.json"), "utf8"));
    const settings = { root: true, formatter, javascript, linter: { enabled: false } };
    await writeFile(join(folder, "biome.json"), JSON.stringify(settings));
    const paths = [...files.keys()].filter((path) => formatted.test(path));
    for (const path of new Set(paths.map((each) => dirname(each)))) {
      await mkdir(join(folder, path), { recursive: true });
    }
    await Promise.all(paths.map((path) => writeFile(join(folder, path), files.get(path) ?? "")));
    await run(biome(), ["format", "--write", "--max-diagnostics=20", "."], { cwd: folder }).catch(
      refuse,
    );
    const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
    const done = new Map(paths.map((path, index) => [path, texts[index] ?? ""]));
    return new Map([...files].map(([path, text]) => [path, done.get(path) ?? text]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function refuse(error: { stdout?: string; stderr?: string; message: string }): never {
  throw new Error(
    `The formatter refused what was generated:\n${error.stderr || error.stdout || error.message}`,
  );
}
