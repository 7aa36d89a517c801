// How the featureless contestants look, and how they write a date: made once, as cheap as it gets.
export const styles = `
  article { border: 1px solid #ccc; padding: 16px; font: 1.1rem/1.8 serif; }
  img { display: block; inline-size: 100%; block-size: auto; }
  h2 { font-size: 1.6rem; line-height: 1.4; }
  time { color: #555; font-size: 0.9rem; }
`;

const dates = new Intl.DateTimeFormat('ar', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Muscat' });

export const formatDate = (timestamp) => dates.format(new Date(timestamp));
