/** Prints the script that teaches a shell to complete `refunds`. */
import { script } from "@bomb.sh/tab";
import { Argument, type Command } from "commander";
import { type Action, examples } from "../command.ts";
import { exitCodes } from "../output/exit-codes.ts";

const advice = `
Add this line to ~/.zshrc; for bash, with its name, to ~/.bashrc (it needs the package bash-completion):
  source <(refunds complete zsh)
The shell must find \`refunds\`: \`npm install --global @refunds/cli\`, or add node_modules/.bin to PATH.`;

export const printsTextOnly = true;

export const define = (command: Command): Command =>
  command
    .addArgument(
      new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish", "powershell"]),
    )
    .addHelpText("after", advice)
    .addHelpText("after", examples("complete fish > ~/.config/fish/completions/refunds.fish"));

export const action: Action<object> = async (_, shell = "") => {
  script(shell, "refunds", "refunds");
  return exitCodes.done;
};
