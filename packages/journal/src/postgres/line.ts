/** Who may run next: first come, first served among those that wait for no name. */
import { Fifo } from "../fifo.ts";

/** Runs pieces of work that can share a turn. */
export interface Together<Item> {
  /** The largest number of items in one turn. */
  readonly most: number;
  /** Resolves with the items that need a turn of their own. If there is only one item, it cannot be among them. Never rejects. */
  run(items: readonly Item[]): Promise<readonly Item[]>;
}

export interface Ticket {
  /** Names that only one piece of work can hold at a time. */
  readonly names: readonly string[];
  readonly item: unknown;
  readonly together: Together<unknown>;
  /** Its number in order of arrival. */
  at: number;
  /** It needs a turn of its own. */
  isAlone: boolean;
  isTimedOut: boolean;
  /** How many earlier tickets that share a name have not left yet. Counts only the latest one for each name. */
  behind: number;
  /** The tickets that are behind this one. */
  followers: Ticket[] | undefined;
}

export class Line {
  readonly #lastWith = new Map<string, Ticket>();
  /** Tickets that can run: those that never waited for a name, and those that no longer do. Both oldest first. */
  readonly #free = new Fifo<Ticket>();
  readonly #freed: Ticket[] = [];
  #count = 0;

  /** Takes all names at once. A ticket waits for older ones only, so they cannot deadlock. */
  enter(ticket: Ticket): void {
    ticket.at = this.#count++;
    for (const name of ticket.names) {
      const before = this.#lastWith.get(name);
      this.#lastWith.set(name, ticket);
      if (!before || before === ticket) continue;
      ticket.behind++;
      before.followers ??= [];
      before.followers.push(ticket);
    }
    if (ticket.behind === 0) this.#free.push(ticket);
  }

  /** For a ticket that was taken: it keeps its names and its place. */
  enterAgain(ticket: Ticket): void {
    const place = this.#freed.findIndex(({ at }) => at > ticket.at);
    this.#freed.splice(place < 0 ? this.#freed.length : place, 0, ticket);
  }

  /** A timed-out ticket stays in line until the ones before it have left, because others may be behind it. */
  leave(first: Ticket): void {
    const leaving = [first];
    for (const ticket of leaving) {
      for (const name of ticket.names) {
        if (this.#lastWith.get(name) === ticket) this.#lastWith.delete(name);
      }
      for (const follower of ticket.followers ?? []) {
        if (--follower.behind > 0) continue;
        if (follower.isTimedOut) leaving.push(follower);
        else this.enterAgain(follower);
      }
    }
  }

  /** The tickets of the next turn: the oldest that can run, and the next ones if they can share its turn. They share no name. */
  take(): Ticket[] {
    const taken: Ticket[] = [];
    for (let next = this.#next(); next; next = this.#next()) {
      const [first] = taken;
      if (first && !canShare(first, next.ticket)) break;
      taken.push(next.ticket);
      next.remove();
      if (taken.length >= next.ticket.together.most) break;
    }
    return taken;
  }

  #next(): { readonly ticket: Ticket; readonly remove: () => unknown } | undefined {
    while (this.#free.first?.isTimedOut) this.#free.shift();
    while (this.#freed[0]?.isTimedOut) this.#freed.shift();
    const [free, freed] = [this.#free.first, this.#freed[0]];
    if (freed && !(free && free.at < freed.at)) {
      return { ticket: freed, remove: () => this.#freed.shift() };
    }
    return free && { ticket: free, remove: () => this.#free.shift() };
  }
}

const canShare = (one: Ticket, other: Ticket): boolean =>
  one.together === other.together && !one.isAlone && !other.isAlone;
