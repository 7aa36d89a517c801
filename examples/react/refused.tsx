// Never run: what the type check must refuse.
import type {} from 'khabar/react';

export const refused = [
  // @ts-expect-error no such view
  <khabar-card key="view" view="wide" />,
  // @ts-expect-error the event has no such property
  <khabar-card key="event" onkhabar-load={(event) => event.story} />,
  // @ts-expect-error no such level
  <khabar-card key="level" heading-level={7} />,
];
