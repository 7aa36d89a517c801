// What <khabar-card> takes and says, for the templates of frameworks.
import type { KhabarCard } from 'khabar';

/** The attributes, by the names that they have in HTML, and the property `article`. */
export interface CardAttributes {
  src?: string | undefined;
  /** JSON that is drawn without fetching. */
  article?: unknown;
  view?: KhabarCard['view'] | undefined;
  open?: boolean | undefined;
  loading?: KhabarCard['loading'] | undefined;
  'heading-level'?: KhabarCard['headingLevel'] | `${KhabarCard['headingLevel']}` | undefined;
  theme?: KhabarCard['theme'] | undefined;
  /** Selector of what makes the page dark. */
  dark?: string | undefined;
  lang?: string | undefined;
  'time-zone'?: string | undefined;
  numerals?: KhabarCard['numerals'] | undefined;
  calendar?: KhabarCard['calendar'] | undefined;
  months?: KhabarCard['months'] | undefined;
  'short-link'?: string | undefined;
  share?: string | undefined;
  follow?: string | undefined;
  related?: KhabarCard['related'] | undefined;
  tools?: string | undefined;
  /** Parts that are not drawn, space-separated. */
  hide?: string | undefined;
  /** Seconds. */
  timeout?: number | `${number}` | undefined;
  /** Known heights by width, such as `320:812 480:760`. */
  reserve?: string | undefined;
}
