/** Proposals as files next to the configuration. `docs/decisions/038-proposals.md` says why. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { LoadedConfig } from "../config/load-config.ts";
import { refuse } from "../errors.ts";
import type { Proposal } from "./proposal.ts";

/** A program that proposes without end must not fill the disk. */
const mostFiles = 1000;

const folderOf = ({ folder }: Pick<LoadedConfig, "folder">) => join(folder, "refunds.proposals");

const isId = (text: string) => /^[0-9a-f]{32}$/.test(text);

/** Writes a proposal. The same one again replaces its file. @throws {CliError} if there are too many */
export function writeProposal(config: LoadedConfig, proposal: Proposal): void {
  const folder = folderOf(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ignore = join(folder, ".gitignore");
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
  const file = join(folder, `${proposal.id}.json`);
  if (!existsSync(file) && idsIn(folder).length >= mostFiles) {
    refuse(
      "cannot_write",
      `There are ${mostFiles} proposals in ${folder}. Delete the files of those that no one needs. Nothing was sent.`,
    );
  }
  // A reader sees all of it or nothing.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(proposal, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}

/** @throws {CliError} if there is none with this id, or it cannot be read */
export function readProposal(config: LoadedConfig, id: string): Proposal {
  const file = join(folderOf(config), `${id}.json`);
  if (!isId(id) || !existsSync(file)) {
    return refuse(
      "unknown_proposal",
      `There is no proposal ${JSON.stringify(id)}. \`npx refunds proposals\` lists them. Nothing was sent.`,
    );
  }
  try {
    const { proposedAt, request } = JSON.parse(readFileSync(file, "utf8"));
    return { id, proposedAt: String(proposedAt), request };
  } catch {
    return refuse("changed_proposal", `${file} cannot be read. Nothing was sent.`);
  }
}

export const proposalIds = (config: LoadedConfig): readonly string[] => idsIn(folderOf(config));

const idsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .map((name) => name.replace(/\.json$/, ""))
        .filter(isId)
        .sort()
    : [];
