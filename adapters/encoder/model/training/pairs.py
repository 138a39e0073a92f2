"""Makes question and passage pairs of the words of articles and paragraphs, for contrastive training."""
from common import noise, split_words
TPL = ['{} là gì?', '{} như thế nào?', '{} được quy định như thế nào?', '{} quy định ra sao?', 'quy định về {}', '{} gồm những gì?', '{} bao gồm những nội dung nào?', '{} có đúng không?', '{} được thực hiện như thế nào?', 'thế nào là {}?', 'khi nào {}?', '{} trong trường hợp nào?', '{} cần điều kiện gì?', 'có được {} không?', '{} bao nhiêu?', '{} ra sao?', 'ai {}?', '{} cần giấy tờ gì?', '{} mới nhất', 'theo quy định, {} thế nào?', '{} có được không?', 'vì sao {}?', 'làm sao để {}?', 'hướng dẫn {}', '{} phải làm sao?', '{} ở đâu?', '{} từ khi nào?']
def span(w, rng):
    """a query made from the words of a passage -> (words, start, end)"""
    n = len(w); k = min(n - 1, rng.randint(5, 22)); i = rng.randrange(0, max(1, n - k))
    # snap the start to a clause start when near
    for j in range(i, max(-1, i - 8), -1):
        if j == 0 or w[j - 1][-1] in '.,;:': i = j; break
    return w[i:i + k], i, i + k
def drop(w, rng):
    p = rng.choice((0, 0, .1, .2, .3))
    if p: w = [x for x in w if rng.random() > p] or w
    if rng.random() < .1: 
        w = w[:]; i = rng.randrange(len(w)); w = w[i:] + w[:i]
    return w
def keyw(w, rng):
    o = []
    for _ in range(rng.randint(2, 6)):
        k = rng.randint(1, 4); i = rng.randrange(0, max(1, len(w) - k)); o.append(' '.join(w[i:i + k]).strip('.,;:()"“”'))
    return ' '.join(o)
def pair(rng, unit, isart, maxw):
    """-> (query text, passage text) or None"""
    if isart:
        t, s, b, generic = unit
        ch = split_words(b, maxw - 30) if len(b) > 250 else [b.replace('\n', ' ')]
        c = ch[0] if (len(ch) == 1 or rng.random() < .5) else rng.choice(ch)
        r = rng.random(); w = c.split()
        if len(w) < 8: r = 0
        if r < .5:
            q = t
            if generic or rng.random() < .25: q = t + rng.choice((' ', ' theo ', ' của ', ' ')) + ' '.join(s.split()[:rng.randint(4, 16)])
            elif rng.random() < .3: q = ' '.join(drop(q.split(), rng))
            if rng.random() < .3 and len(w) > 12:  # title + a clause from the body: a specific question
                x, _, _ = span(w, rng); q = (q + ' ' if rng.random() < .5 else '') + ' '.join(drop(x, rng)); 
            pre = rng.random() < .45
        elif r < .85:
            x, i, j = span(w, rng); q = ' '.join(drop(x, rng)).strip('.,;: ')
            if rng.random() < .35: c = ' '.join(w[:i] + w[j:])
            if rng.random() < .25: q = t + ' ' + q
            pre = rng.random() < .7
        else: q = keyw((t + ' ' + c).split() if rng.random() < .5 else w, rng); pre = rng.random() < .7
        if pre: c = (s + ' – ' if rng.random() < .6 else '') + t + '. ' + c
        if rng.random() < .5: q = rng.choice(TPL).format(q)
    else:
        w = unit.split()
        if len(w) < 16: return None
        if len(w) > maxw: i = rng.randrange(0, len(w) - maxw + 1); w = w[i:i + maxw]
        r = rng.random()
        if r < .75:
            x, i, j = span(w, rng); q = ' '.join(drop(x, rng)).strip('.,;: ')
            if rng.random() < .45: w = w[:i] + w[j:]
            if rng.random() < .3: q = rng.choice(TPL).format(q)
        else: q = keyw(w, rng)
        c = ' '.join(w)
    return noise(q[:400], rng), c
