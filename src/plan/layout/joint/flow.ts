/**
 * Minimum-cost flow on small networks by successive shortest paths (Bellman-Ford, as rewards make costs negative).
 * Flow is pushed while a path from the source to the sink still lowers the cost.
 */
export class Flow {
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly cost: number[] = [];
  private readonly from: number[] = [];

  constructor(private readonly nodes: number) {}

  /** Answers the arc's number. The arc back stands right behind it. */
  arc(from: number, to: number, room: number, cost: number): number {
    const arc = this.to.push(to) - 1;
    this.from.push(from, to);
    this.to.push(from);
    this.room.push(room, 0);
    this.cost.push(cost, -cost);
    return arc;
  }

  /** Cost of the cheapest flow; the flow itself stays in the arcs. */
  run(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      const by = this.cheapestPath(source, sink);
      if (by === null) return total;
      let pushed = Number.POSITIVE_INFINITY;
      for (let node = sink; node !== source; node = this.from[by[node] as number] as number)
        pushed = Math.min(pushed, this.room[by[node] as number] as number);
      for (let node = sink; node !== source; node = this.from[by[node] as number] as number) {
        const arc = by[node] as number;
        (this.room[arc] as number) -= pushed;
        (this.room[arc ^ 1] as number) += pushed;
        total += pushed * (this.cost[arc] as number);
      }
    }
  }

  flowOn(arc: number): number {
    return this.room[arc ^ 1] as number;
  }

  /** For each node the arc that leads to it; `null` where no path lowers the cost. */
  private cheapestPath(source: number, sink: number): readonly number[] | null {
    const cost = new Array<number>(this.nodes).fill(Number.POSITIVE_INFINITY);
    const by = new Array<number>(this.nodes).fill(-1);
    cost[source] = 0;
    for (let round = 0, changed = true; changed && round < this.nodes; round++) {
      changed = false;
      for (let arc = 0; arc < this.to.length; arc++) {
        if ((this.room[arc] as number) <= 0) continue;
        const [from, to] = [this.from[arc] as number, this.to[arc] as number];
        const through = (cost[from] as number) + (this.cost[arc] as number);
        if (through >= (cost[to] as number) - EXACT) continue;
        cost[to] = through;
        by[to] = arc;
        changed = true;
      }
    }
    return (cost[sink] as number) < -EXACT ? by : null;
  }
}

/** Differences below this are rounding: costs are whole numbers or shares of them. */
const EXACT = 1e-5;
