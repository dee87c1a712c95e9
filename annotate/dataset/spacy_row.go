package dataset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/tinylib/msgp/msgp"
)

// column is one attribute of all tokens; nil if it is not there.
func (r binRow) column(attr uint64) []uint64 {
	at := slices.Index(r.attrs, attr)
	if at < 0 {
		return nil
	}
	var values []uint64
	for i := at; i < len(r.values); i += len(r.attrs) {
		values = append(values, r.values[i])
	}
	return values
}

// labelled reports whether somebody said where there are entities, or that
// there are none.
func (r binRow) labelled() bool {
	return slices.ContainsFunc(r.column(attrEntIOB), func(iob uint64) bool { return iob != iobMissing })
}

// A binSpan is a run of tokens with the number of its label.
type binSpan struct {
	label    uint64
	from, to int
}

// entities are the runs that ENT_IOB and ENT_TYPE mark.
func (r binRow) entities() ([]binSpan, error) {
	types := r.column(attrEntType)
	var list []binSpan
	for i, iob := range r.column(attrEntIOB) {
		if i >= len(types) || iob != iobInside && iob != iobBegins || types[i] == 0 {
			continue
		}
		if last := len(list) - 1; iob == iobInside && last >= 0 && list[last].to == i && list[last].label == types[i] {
			list[last].to = i + 1
			continue
		}
		if len(list) == SpanLimit {
			return nil, errManySpans
		}
		list = append(list, binSpan{types[i], i, i + 1})
	}
	return list, nil
}

var errGroups = errors.New("its groups of spans are damaged; write the file again with doc_bin.to_disk()")

var errManySpans = fmt.Errorf("it has more than %d spans; split it", SpanLimit)

var errManyGroups = fmt.Errorf("it has more than %d groups of spans; split it", SpanLimit)

// groups are the spans of all groups of a doc.
func (r binRow) groups() ([]binSpan, error) {
	var list []binSpan
	packed, err := groupList(r.group)
	for _, group := range packed {
		var spans []binSpan
		if spans, err = unpackGroup(group); err != nil {
			break
		}
		list = append(list, spans...)
	}
	if errors.Is(err, errManyGroups) {
		return nil, err
	}
	if err != nil {
		return nil, errGroups
	}
	if len(list) > SpanLimit {
		return nil, errManySpans
	}
	return list, nil
}

// groupList takes the groups of a doc apart: a list of them, or a map whose keys
// they are.
func groupList(data []byte) (groups [][]byte, err error) {
	if len(data) == 0 {
		return nil, nil
	}
	named := msgp.NextType(data) == msgp.MapType
	var n uint32
	if named {
		n, data, err = msgp.ReadMapHeaderBytes(data)
	} else {
		n, data, err = msgp.ReadArrayHeaderBytes(data)
	}
	if n > SpanLimit {
		return nil, errManyGroups
	}
	for i := uint32(0); err == nil && i < n; i++ {
		var group []byte
		group, data, err = msgp.ReadBytesZC(data)
		groups = append(groups, group)
		if err == nil && named {
			data, err = msgp.Skip(data)
		}
	}
	return groups, err
}

func unpackGroup(data []byte) (spans []binSpan, err error) {
	n, data, err := msgp.ReadMapHeaderBytes(data)
	for i := uint32(0); err == nil && i < n; i++ {
		var key []byte
		if key, data, err = msgp.ReadMapKeyZC(data); err != nil {
			break
		}
		if string(key) != "spans" {
			data, err = msgp.Skip(data)
			continue
		}
		var many uint32
		many, data, err = msgp.ReadArrayHeaderBytes(data)
		for j := uint32(0); err == nil && j < many; j++ {
			var packed []byte
			if packed, data, err = msgp.ReadBytesZC(data); err == nil && len(packed) != groupSpanSize {
				err = errGroups
			}
			if err == nil {
				spans = append(spans, unpackSpan(packed))
			}
		}
	}
	return spans, err
}

func unpackSpan(packed []byte) binSpan {
	place := func(at int) int { return int(int32(binary.BigEndian.Uint32(packed[at:]))) }
	return binSpan{binary.BigEndian.Uint64(packed[16:]), place(24), place(28)}
}

// userLimit is the size of user_data, in bytes, that is looked at.
const userLimit = 1 << 20

// A spacyUser is what the user_data of a doc says.
type spacyUser struct {
	titled        bool
	title, author string
	meta          annotate.Meta
	values        map[string]string
}

// userData is what we wrote into a doc's user_data; of others' the texts and
// numbers are metadata. What cannot be understood is left out.
func (r *binRow) userData() spacyUser {
	var u spacyUser
	if len(r.user) == 0 {
		return u
	}
	all, _, err := msgp.ReadMapStrIntfBytes(r.user[:min(len(r.user), userLimit)], nil)
	if err != nil {
		r.repairs = append(r.repairs, "left out: user_data, which is too long or not of texts and numbers")
		return u
	}
	ours, is := all[userOurs].(map[string]any)
	if is {
		u.title, u.titled = ours[userTitle].(string)
		u.author, _ = ours[userAuthor].(string)
		u.meta, u.values = textsOf(ours[userMeta]), textsOf(ours[userValues])
	}
	delete(all, userOurs)
	for key, value := range textsOf(all) {
		if u.meta == nil {
			u.meta = annotate.Meta{}
		}
		u.meta[key] = value
	}
	return u
}

// textsOf are the texts and numbers of a map; nil if there are none.
func textsOf(value any) map[string]string {
	all, _ := value.(map[string]any)
	texts := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		switch v := all[key].(type) {
		case string:
			texts[strings.ToValidUTF8(key, "\ufffd")] = strings.ToValidUTF8(v, "\ufffd")
		case int64:
			texts[key] = strconv.FormatInt(v, 10)
		case uint64:
			texts[key] = strconv.FormatUint(v, 10)
		case float64:
			texts[key] = strconv.FormatFloat(v, 'g', -1, 64)
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return texts
}
