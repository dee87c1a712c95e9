package annotate

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"sync"
	"time"
)

// An ID names an article, an author, a layer, a span, a link or an edit, on
// every laptop: a UUID of version 7 (RFC 9562, section 5.7) in its 36
// character lower-case form. IDs made by one program sort by their making.
type ID string

var lastID struct {
	sync.Mutex
	ticks uint64
}

// NewID makes an ID that no other laptop makes. IDs made by one process
// ascend, however fast they follow each other.
func NewID() ID {
	ticks := nextTicks(time.Now())
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], ticks>>12<<16|7<<12|ticks&0xfff)
	rand.Read(b[8:])
	b[8] = b[8]&0x3f | 0x80
	return formatID(b)
}

// nextTicks is the time in 1/4096 of a millisecond, never the same twice.
func nextTicks(now time.Time) uint64 {
	lastID.Lock()
	defer lastID.Unlock()
	ms := uint64(now.UnixMilli())
	part := uint64(now.Nanosecond()%1e6) * 4096 / 1e6
	lastID.ticks = max(ms<<12|part, lastID.ticks+1)
	return lastID.ticks
}

func formatID(b [16]byte) ID {
	var s [36]byte
	hex.Encode(s[:8], b[:4])
	hex.Encode(s[9:13], b[4:6])
	hex.Encode(s[14:18], b[6:8])
	hex.Encode(s[19:23], b[8:10])
	hex.Encode(s[24:], b[10:])
	s[8], s[13], s[18], s[23] = '-', '-', '-', '-'
	return ID(s[:])
}

// Check says what is wrong with an ID that came from outside; nil if nothing
// is. UUIDs of every version pass, so that other programs' ids can be kept.
func (id ID) Check() error {
	for i, c := range []byte(id) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		hexDigit := '0' <= c && c <= '9' || 'a' <= c && c <= 'f'
		if dash != (c == '-') || !dash && !hexDigit {
			return fmt.Errorf("%q is not an id (a lower-case UUID)", string(id))
		}
	}
	if len(id) != 36 {
		return fmt.Errorf("%q is not an id (a lower-case UUID)", string(id))
	}
	return nil
}

// DerivedID is the ID that follows from what is known of a thing: the same
// parts give the same ID on every laptop, so that importing a file twice adds
// nothing. It is a UUID of version 8 over their SHA-256.
func DerivedID(parts ...string) ID {
	h := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	var b [16]byte
	copy(b[:], h.Sum(nil))
	b[6] = b[6]&0x0f | 0x80
	b[8] = b[8]&0x3f | 0x80
	return formatID(b)
}
