package textview

import "golang.org/x/text/unicode/bidi"

// An embedding is an entry of the directional status stack.
type embedding struct {
	level    uint8
	override bidi.Class // ON for none
	isolate  bool
}

// entered returns the embedding that a control character opens.
func entered(level uint8, c bidi.Class) embedding {
	e := embedding{level: (level + 2) &^ 1, override: bidi.ON}
	switch c {
	case bidi.RLE, bidi.RLO, bidi.RLI:
		e.level = (level + 1) | 1
	}
	switch c {
	case bidi.LRO:
		e.override = bidi.L
	case bidi.RLO:
		e.override = bidi.R
	case bidi.LRI, bidi.RLI:
		e.isolate = true
	}
	return e
}

// An explicitPass applies embeddings, overrides and isolates (X1 to X8).
type explicitPass struct {
	*resolver
	stack                    []embedding
	isolates                 int
	lostIsolates, lostOthers int // those that went too deep
}

func (r *resolver) explicit() {
	p := explicitPass{resolver: r, stack: []embedding{{r.base, bidi.ON, false}}}
	for i, c := range r.initial {
		r.level[i] = p.top().level
		switch {
		case c == bidi.LRE || c == bidi.RLE || c == bidi.LRO || c == bidi.RLO:
			p.embed(c)
		case isolateStart(c):
			p.override(i)
			p.isolate(i)
		case c == bidi.PDI:
			p.endIsolate()
			r.level[i] = p.top().level
			p.override(i)
		case c == bidi.PDF:
			p.endEmbedding()
		case c == bidi.B:
			r.level[i] = r.base
		case c != bidi.BN:
			p.override(i)
		}
	}
}

func (p *explicitPass) top() embedding { return p.stack[len(p.stack)-1] }

func (p *explicitPass) pop() { p.stack = p.stack[:len(p.stack)-1] }

// push enters an embedding unless it is too deep.
func (p *explicitPass) push(e embedding) bool {
	if e.level > maxLevel || p.lostIsolates > 0 || p.lostOthers > 0 {
		return false
	}
	p.stack = append(p.stack, e)
	return true
}

func (p *explicitPass) override(i int) {
	if o := p.top().override; o != bidi.ON {
		p.class[i] = o
	}
}

func (p *explicitPass) embed(c bidi.Class) {
	if !p.push(entered(p.top().level, c)) && p.lostIsolates == 0 {
		p.lostOthers++
	}
}

func (p *explicitPass) isolate(i int) {
	if p.push(entered(p.top().level, p.isolateDirection(i))) {
		p.isolates++
	} else {
		p.lostIsolates++
	}
}

func (p *explicitPass) endIsolate() {
	switch {
	case p.lostIsolates > 0:
		p.lostIsolates--
	case p.isolates > 0:
		p.lostOthers = 0
		for !p.top().isolate {
			p.pop()
		}
		p.pop()
		p.isolates--
	}
}

func (p *explicitPass) endEmbedding() {
	switch {
	case p.lostIsolates > 0:
	case p.lostOthers > 0:
		p.lostOthers--
	case !p.top().isolate && len(p.stack) > 1:
		p.pop()
	}
}
