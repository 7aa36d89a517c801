/** What @web/test-runner's Mocha puts into every test page, as far as it is used here. */
interface MochaContext {
  skip(): never;
  timeout(milliseconds: number): this;
  /** In the hooks about each test. */
  currentTest: MochaTest;
}

type MochaBody = (this: MochaContext) => void | Promise<void>;

interface MochaBlock<Made> {
  (title: string, body: MochaBody): Made;
  only(title: string, body: MochaBody): Made;
  skip(title: string, body?: MochaBody): Made;
}

interface MochaTest {
  timeout(milliseconds: number): this;
}

declare const describe: MochaBlock<unknown>;
declare const it: MochaBlock<MochaTest>;
declare function before(body: MochaBody): void;
declare function after(body: MochaBody): void;
declare function beforeEach(body: MochaBody): void;
declare function afterEach(body: MochaBody): void;
