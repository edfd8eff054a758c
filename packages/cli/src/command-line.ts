/** Commander, which names everything that is missing at once. */
import { Command, type ErrorOptions } from "commander";

const isOfMissing = ["commander.missingArgument", "commander.missingMandatoryOptionValue"];

export class CommandLine extends Command {
  /** Options of which one is needed, by the names of their values. */
  needsOneOf: readonly string[] = [];

  override createCommand(name?: string): CommandLine {
    return new CommandLine(name);
  }

  /** What was not given, as the help writes it. */
  missing(): readonly string[] {
    const isGiven = (name: string) => this.getOptionValue(name) !== undefined;
    const args = this.registeredArguments
      .slice(this.args.length)
      .filter(({ required }) => required)
      .map((argument) => `<${argument.name()}>`);
    const options = this.options.filter((each) => each.mandatory && !isGiven(each.attributeName()));
    const either = this.needsOneOf.some(isGiven)
      ? []
      : this.options.filter((each) => this.needsOneOf.includes(each.attributeName()));
    return [
      ...args,
      ...options.map(({ flags }) => flags),
      ...(either.length > 0 ? [either.map(({ flags }) => flags).join(" or ")] : []),
    ];
  }

  override error(message: string, options?: ErrorOptions): never {
    const isMissing = isOfMissing.includes(options?.code ?? "");
    const text = isMissing ? `error: missing ${this.missing().join("; ")}` : message;
    return super.error(text, options);
  }
}
