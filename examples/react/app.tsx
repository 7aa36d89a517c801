import { useState } from 'react';
import 'khabar';
import type {} from 'khabar/react';

const stories = [
  new URL('../articles/bridge.json', import.meta.url).href,
  new URL('../articles/library.json', import.meta.url).href,
];

export function App() {
  const [story, setStory] = useState<string>();
  const [failure, setFailure] = useState<string>();
  if (story !== undefined)
    return (
      <>
        <button onClick={() => setStory(undefined)}>كل الأخبار</button>
        <khabar-card
          src={story}
          view="article"
          heading-level={1}
          onkhabar-load={(event) => (document.title = event.article.headline ?? '')}
          onkhabar-error={(event) => setFailure(event.error.code)}
        />
        {failure && <p>{failure}</p>}
      </>
    );
  return stories.map((src) => (
    <section key={src}>
      <khabar-card src={src} view="teaser" heading-level="3" />
      <button onClick={() => setStory(src)}>اقرأ هنا</button>
    </section>
  ));
}
