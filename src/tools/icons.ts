/** Path data of outlines of our own: 24 × 24, stroked with the colour of the text. Those of the
 * sentences turn with the direction of the text, that of the voice points as on all players. */
export const icons = {
  listen: 'M7 5v14l12-7z',
  pause: 'M8 5v14M16 5v14',
  previous: 'M19 5v14l-11-7zM5 5v14',
  next: 'M5 5v14l11-7zM19 5v14',
} as const;
