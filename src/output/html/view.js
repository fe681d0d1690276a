/* Makes figures live: languages, rows, zoom, a walk from mark to mark, what a
 * mark says. Nothing is fetched, nothing is kept. */
'use strict';
(() => {
const all = (selector, under = document) => [...under.querySelectorAll(selector)];
const number = (element, name) => parseFloat(element.getAttribute(name));
const within = (least, value, most) => Math.max(least, Math.min(value, most));

/* Its words are the mark's label: a reader of the screen has them already. */
const tip = document.body.appendChild(document.createElement('div'));
Object.assign(tip, {className: 'tip', hidden: true});
tip.setAttribute('aria-hidden', 'true');
const hide = () => { tip.hidden = true; };
const show = (mark, x, y) => {
  tip.textContent = mark.getAttribute('aria-label');
  tip.hidden = false;
  const {offsetWidth: w, offsetHeight: h} = tip;
  tip.style.left = within(4, x + 12, innerWidth - w - 4) + 'px';
  tip.style.top = (y + 16 + h < innerHeight ? y + 16 : y - 12 - h) + 'px';
};

class Figure {
  constructor(article) {
    this.svg = article.querySelector('svg');
    this.box = this.svg.viewBox.baseVal;
    [this.width, this.top, this.scale] = [this.box.width, this.box.y, 1];
    this.whole = this.height = this.box.height;
    this.switches = all('input', article);
    this.groups = all('[data-top]', this.svg).map(g => [g, number(g, 'data-top')]);
    this.tall = all('[data-tall] > rect', this.svg)
      .map(r => [r, number(r, 'y'), number(r, 'height')]);
    this.entries = all('[data-rows]', this.svg).map(e => [e, e.dataset.rows.split(' ')]);
    this.marks = this.order();
    this.listen();
  }

  /* By time. What is drawn in two pieces is met once, at the last; a row of
   * pieces alone is no list. */
  order() {
    const last = new Map();
    for (const mark of all('[data-at]', this.svg)) {
      const id = mark.id.replace(/(-[fil]\d+)-\d+$/, '$1') || mark;
      last.get(id)?.setAttribute('aria-hidden', 'true');
      last.set(id, mark);
    }
    for (const row of all('[role=list]', this.svg))
      row.querySelector('[data-at]:not([aria-hidden])') || (row.role = 'group');
    return [...last.values()].sort((a, b) => number(a, 'data-at') - number(b, 'data-at'));
  }

  /* Below hidden rows all moves up, what spans them shrinks, their legend pales. */
  close() {
    const off = this.switches.filter(s => !s.checked), ids = off.map(s => s.value);
    const gaps = off.flatMap(s => s.dataset.spans.match(/\S+ \S+/g)
      .map(span => span.split(' ').map(Number)));
    const above = y => gaps.reduce((sum, [start, end]) =>
      sum + Math.max(0, Math.min(y, end) - start), 0);
    for (const [group, top] of this.groups) {
      const gone = gaps.some(([start, end]) => top >= start && top < end);
      group.setAttribute('display', gone ? 'none' : 'inline');
      group.setAttribute('transform', `translate(0 ${-above(top)})`);
    }
    for (const [rect, y, height] of this.tall) {
      rect.setAttribute('y', y - above(y));
      rect.setAttribute('height', height - above(y + height) + above(y));
    }
    for (const [entry, rows] of this.entries)
      entry.classList.toggle('idle', rows.every(id => ids.includes(id)));
    this.height = this.whole - above(Infinity);
    this.fit();
  }
  fit() { this.zoom(0); }
  view(x, y) {
    const w = this.width / this.scale, h = this.height / this.scale;
    [this.box.width, this.box.height] = [w, h];
    this.box.x = within(0, x, this.width - w);
    this.box.y = within(this.top, y, this.top + this.height - h);
    this.svg.classList.toggle('closer', this.scale > 1);
    hide();
  }
  at({clientX, clientY}) {
    return new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM().inverse());
  }
  zoom(by, at) {
    const {x, y, width, height} = this.box, before = this.scale;
    at ??= {x: x + width / 2, y: y + height / 2};
    this.scale = within(1, before * by, 16);
    const share = before / this.scale;
    this.view(at.x - (at.x - x) * share, at.y - (at.y - y) * share);
  }

  /* To the next mark or the one before; 2, -2: to the last, the first. */
  walk(by) {
    const seen = this.marks.filter(mark => !mark.closest('[display=none]'));
    const now = seen.indexOf(document.activeElement), count = seen.length;
    const next = by > 1 || (now < 0 && by === -1) ? count - 1
      : by < -1 || now < 0 ? 0 : (now + by + count) % count;
    count && this.go(seen[next]);
  }
  go(mark) {
    const middle = () => {
      const {left, top, width, height} = mark.getBoundingClientRect();
      return {clientX: left + width / 2, clientY: top + height / 2};
    };
    const {x, y} = this.at(middle()), box = this.box;
    mark.focus({preventScroll: true});
    if (x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height)
      this.view(x - box.width / 2, y - box.height / 2);
    mark.scrollIntoView({block: 'nearest'});
    show(mark, middle().clientX, middle().clientY);
  }
  key(event) {
    const way = {ArrowRight: [1, 0], ArrowDown: [0, 1], ArrowLeft: [-1, 0],
      ArrowUp: [0, -1]}[event.key];
    const does = way ? () => event.shiftKey
      ? this.view(this.box.x + way[0] * this.box.width / 8,
        this.box.y + way[1] * this.box.height / 8)
      : this.walk(way[0] + way[1]) : {
      Home: () => this.walk(-2), End: () => this.walk(2), 0: () => this.fit(),
      '+': () => this.zoom(1.5), '-': () => this.zoom(1 / 1.5),
      Escape: () => document.activeElement === this.svg ? this.fit()
        : this.svg.focus({preventScroll: true}),
    }[event.key];
    if (does && !event.ctrlKey && !event.metaKey && !event.altKey)
      event.preventDefault(), does();
  }
  listen() {
    const on = (name, does) => this.svg.addEventListener(name, does, {passive: false});
    let held = null;
    on('keydown', event => this.key(event));
    ['focusout', 'pointerleave'].forEach(name => on(name, hide));
    on('pointerup', () => { held = null; });
    on('wheel', event => {
      /* The page scrolls on, unless the figure was chosen. */
      if (event.ctrlKey || this.svg.contains(document.activeElement))
        event.preventDefault(), this.zoom(Math.exp(-event.deltaY / 400), this.at(event));
    });
    on('pointerdown', event => {
      held = this.scale > 1 && this.at(event);
      held && this.svg.setPointerCapture(event.pointerId);
    });
    on('pointermove', event => {
      const at = this.at(event), mark = event.target.closest('[data-at]');
      held ? this.view(this.box.x + held.x - at.x, this.box.y + held.y - at.y)
        : mark ? show(mark, event.clientX, event.clientY) : hide();
    });
  }
}

/* One stop of the Tab key; arrows go from tool to tool. */
const work = (bar, figure, speak) => {
  const rows = bar.querySelector('.rows'), open = bar.querySelector('[value=rows]');
  const tools = all('button, input', bar);
  const enter = tool => tools.forEach(t => { t.tabIndex = t === tool ? 0 : -1; });
  const does = {closer: () => figure.zoom(1.5), farther: () => figure.zoom(1 / 1.5),
    whole: () => figure.fit(), rows: () =>
      open.setAttribute('aria-expanded', !(rows.hidden = !rows.hidden))};
  bar.hidden = false;
  enter(tools[0]);
  bar.addEventListener('focusin', event => enter(event.target));
  bar.addEventListener('change', () => figure.close());
  bar.addEventListener('click', event => {
    const tool = event.target.closest('button');
    if (tool)
      tool.lang ? speak(tool.lang) : does[tool.value]();
  });
  bar.addEventListener('keydown', event => {
    const seen = tools.filter(tool => tool.offsetParent), count = seen.length;
    const at = seen.indexOf(event.target);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1}[event.key];
    if (event.key === 'Escape' && !rows.hidden)
      does.rows(), open.focus();
    if (to !== undefined)
      event.preventDefault(), seen[(to + count) % count].focus();
  });
};

/* The articles of one case, a language each: one is shown. What is hidden in
 * one is so in all. */
all('section.case').forEach((section, place) => {
  const articles = all('article', section);
  const figures = articles.map((article, i) => {
    article.hidden = i > 0;
    return new Figure(article);
  });
  let now = 0;
  const speak = lang => {
    const was = new Map(figures[now].switches.map(s => [s.value, s.checked]));
    now = articles.findIndex(article => article.lang === lang);
    articles.forEach((article, i) => { article.hidden = i !== now; });
    figures[now].switches.forEach(s => { s.checked = was.get(s.value) ?? s.checked; });
    figures[now].close();
    articles[now].querySelector(`button[lang="${lang}"]`).focus();
    place || (document.documentElement.lang = lang);
  };
  articles.forEach((article, i) =>
    work(article.querySelector('.tools'), figures[i], speak));
});
addEventListener('keydown', event => event.key === 'Escape' && hide());
})();
