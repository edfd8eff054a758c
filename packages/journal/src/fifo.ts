/** A first-in, first-out queue. `shift()` takes constant time on average; an array's `shift()` slows down with its length. */
export class Fifo<Item> {
  #items: Item[] = [];
  #first = 0;

  get first(): Item | undefined {
    return this.#items[this.#first];
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  shift(): Item | undefined {
    const item = this.first;
    if (item === undefined) return undefined;
    this.#first++;
    if (this.#first * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }
}
